package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Input;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers who hang up anywhere in the shipped flows leave nothing behind. */
class HangUpEverywhereTest extends CallScene {
  private static final int MOST_WALKS = 30_000;
  private static final int STAYS = Integer.MAX_VALUE;

  /** Half of the callers are known and have no outage: only they get far. */
  private static final Map<String, String> USUAL =
      Map.of("storm", "off", "caller", "known", "notice", "none", "outage", "none");

  private static final Duration ENDS = Duration.ofSeconds(10);

  /** Walks at random until every node was found, and walks there again to hang up. */
  @Test
  void atEveryNodeThatSaysSomething() throws Exception {
    Set<String> missing = FlowRandomTest.speaking(Shipped.flows());
    for (long seed = 0; seed < MOST_WALKS && !missing.isEmpty(); seed++) {
      RestlessCaller walked = lives(seed, STAYS);
      for (var arrival : walked.lastCommandAt().entrySet()) {
        if (missing.remove(arrival.getKey())) {
          RestlessCaller gone = lives(seed, arrival.getValue());
          assertThat(gone.lastCommandAt().keySet()).as("call %d", seed).contains(arrival.getKey());
        }
      }
    }
    assertThat(missing).as("nodes where nobody hung up").isEmpty();
  }

  private RestlessCaller lives(long seed, int hangsUpAt) throws InterruptedException {
    diary.lines.clear();
    services = (call, ask) -> told(seed, call, ask);
    var caller = new RestlessCaller(new Random(seed), hangsUpAt, diary);
    thread = Thread.ofVirtual().start(() -> calls.take(caller));
    while (!thread.join(Duration.ofMillis(1))) {
      if (caller.waits()) {
        leaveQueue(seed, caller);
      }
    }
    nothingIsLeft(seed);
    return caller;
  }

  /** The same for the same call at the same place. */
  private static Input.Told told(long seed, FlowCall call, Action.Consult ask) {
    var random = new Random(seed * 1_000 + call.path().size());
    String usual = USUAL.get(ask.service());
    return seed % 2 == 0 && usual != null
        ? new Input.Told(usual, FlowScript.values(ask.service(), usual, random.nextInt(6)))
        : FlowRandomTest.told(ask, random, seed % 20 == 19);
  }

  /** By hanging up, to leave a message, or after a talk. */
  private void leaveQueue(long seed, RestlessCaller caller) throws InterruptedException {
    caller.waitsNoMore();
    switch ((int) (seed % 3)) {
      case 0 -> calls.overflowed(overflow(Optional.empty()));
      case 1 -> offer(FIRST, ALICE);
      default -> {
        caller.hangUp();
        calls.gone(ScriptedCaller.ID);
        assertThat(thread.join(ENDS)).as("call %d ends", seed).isTrue();
      }
    }
  }

  private void nothingIsLeft(long seed) {
    assertThat(calls.live()).as("call %d", seed).isEmpty();
    assertThat(diary.of("log.arrived")).as("call %d", seed).hasSize(1);
    assertThat(diary.of("log.ended")).as("call %d", seed).hasSize(1);
    int left =
        diary.of("routing.callGone").size()
            + diary.of("routing.talkEnded").size()
            + diary.of("log.overflowed").size();
    assertThat(left)
        .as("call %d is in no queue any more: %s", seed, diary.lines)
        .isEqualTo(diary.of("routing.callQueued").size());
    assertThat(diary.of("recorder.begin"))
        .as("call %d", seed)
        .hasSize(diary.of("recorder.finished").size() + diary.of("recorder.discarded").size());
  }
}
