package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers who hang up anywhere in the shipped flows leave nothing behind. */
class HangUpEverywhereTest extends CallScene {
  private static final int MOST_CALLS = 40_000;
  private static final int LONGEST = 60;
  private static final Duration ENDS = Duration.ofSeconds(10);

  @Test
  void atEveryNodeThatSaysSomething() throws Exception {
    Set<String> missing = FlowRandomTest.speaking(Shipped.flows());
    for (long seed = 0; seed < MOST_CALLS && !missing.isEmpty(); seed++) {
      diary.lines.clear();
      asked.clear();
      missing.remove(hangsUp(seed));
    }
    assertThat(missing).as("nodes where nobody hung up").isEmpty();
  }

  /** Whether the house answers or not, and what, is another matter each time. */
  private String hangsUp(long seed) throws InterruptedException, IOException {
    var random = new Random(seed);
    boolean down = random.nextInt(20) == 0;
    services = (_, ask) -> FlowRandomTest.told(ask, random, down);
    var caller = new RestlessCaller(random, 2 + random.nextInt(LONGEST));
    thread = Thread.ofVirtual().start(() -> calls.take(caller));
    while (!thread.join(Duration.ofMillis(1))) {
      if (caller.waits()) {
        caller.hangUp();
        calls.gone(ScriptedCaller.ID);
        assertThat(thread.join(ENDS)).as("call %d ends", seed).isTrue();
      }
    }
    assertThat(calls.live()).as("call %d", seed).isEmpty();
    assertThat(diary.of("log.arrived")).as("call %d", seed).hasSize(1);
    assertThat(diary.of("log.ended")).as("call %d", seed).hasSize(1);
    assertThat(diary.of("routing.callGone"))
        .as("call %d is in no queue any more", seed)
        .hasSameSizeAs(diary.of("routing.callQueued"));
    List<String> nodes = diary.of("log.node ");
    return nodes.isEmpty() ? "" : nodes.getLast().split(" ", -1)[1];
  }
}
