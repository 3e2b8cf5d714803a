package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.Command;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A supervisor takes a caller out of the line with the own phone. */
class PickUpTest extends CallScene {
  private static final AgentNo CHIEF = new AgentNo("2001");
  private static final AgentNo OTHER = new AgentNo("2002");
  private static final PickUp RINGS = new PickUp.Rings();
  private static final PickUp NOBODY = new PickUp.NotWaiting();

  @Test
  void theCallerIsOutOfTheLineAndTheTalkIsKept() throws InterruptedException {
    var caller = waitingCaller("10");
    assertThat(calls.pickUp(ScriptedCaller.ID, CHIEF)).isEqualTo(RINGS);
    assertThat(calls.pickUp(ScriptedCaller.ID, OTHER))
        .as("whoever comes second")
        .isEqualTo(new PickUp.TakenBy(CHIEF));
    ScriptedCaller.Rung rung = rung(caller);
    assertThat(rung.agents()).containsExactly(CHIEF);
    assertThat(calls.pickUp(ScriptedCaller.ID, OTHER)).isEqualTo(new PickUp.TakenBy(CHIEF));
    assertThat(calls.pick(ScriptedCaller.ID, ALICE)).isFalse();
    rung.answer();
    rung.observer().answered(CHIEF);
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.lines)
        .containsSubsequence(
            "routing.callTaken",
            "recorder.begin",
            "desks.offered 2001",
            "routing.callGone",
            "recorder.heard file.raw 2001",
            "log.pickedUp 2001",
            "desks.answered 2001",
            "desks.offerEnded 2001 ANSWERED",
            "recorder.finished file.raw",
            "log.ended AGENT_HUNG_UP");
    assertThat(diary.of("log.pickedUp")).hasSize(1);
    assertThat(diary.of("routing.offer")).isEmpty();
  }

  @Test
  void whoeverIsNotAnsweredWaitsOnSinceWhenItWas() throws InterruptedException {
    var caller = waitingCaller("10");
    String since = caller.variables.getOrDefault("VL_QUEUED_AT", "");
    calls.pickUp(ScriptedCaller.ID, CHIEF);
    rung(caller).end(RingResult.NOT_ANSWERED);
    await().until(() -> !diary.of("routing.callReturned").isEmpty());
    assertThat(diary.of("routing.callQueued")).hasSize(1);
    assertThat(diary.of("routing.callGone")).isEmpty();
    assertThat(caller.variables).containsEntry("VL_QUEUED_AT", since);
    assertThat(diary.of("recorder.")).endsWith("recorder.discarded file.raw");
    assertThat(diary.of("desks.offerEnded")).containsExactly("desks.offerEnded 2001 NOT_ANSWERED");

    offer(FIRST, ALICE);
    ScriptedCaller.Rung served = rung(caller);
    assertThat(served.agents()).containsExactly(ALICE);
    served.answer();
    served.end(RingResult.TALKED);
    over();
    assertThat(diary.of("log.answered")).containsExactly("log.answered 1 1001");
    assertThat(diary.of("log.pickedUp")).isEmpty();
  }

  @Test
  void theCallerHangsUpWhileThePhoneRings() throws InterruptedException {
    var caller = waitingCaller("10");
    calls.pickUp(ScriptedCaller.ID, CHIEF);
    rung(caller).callerHangsUp();
    over();
    assertThat(diary.of("log.ended")).containsExactly("log.ended ABANDONED_IN_QUEUE");
    assertThat(diary.of("routing.callGone")).hasSize(1);
    assertThat(diary.of("routing.callReturned")).isEmpty();
    assertThat(diary.of("recorder.")).endsWith("recorder.discarded file.raw");
    assertThat(diary.of("desks.offerEnded")).containsExactly("desks.offerEnded 2001 CALLER_LEFT");
  }

  @Test
  void anOfferThatCrossesGoesBackAndTheSupervisorHasTheCaller() throws InterruptedException {
    var caller = waitingCaller("10");
    calls.placeTold(new Command.PlaceTold(ScriptedCaller.ID, 2, OptionalLong.of(0)));
    await().until(() -> caller.commands.contains("announce place-1 wait-1"));
    offer(FIRST, ALICE);
    assertThat(calls.pickUp(ScriptedCaller.ID, CHIEF)).isEqualTo(RINGS);
    caller.said();
    ScriptedCaller.Rung rung = rung(caller);
    assertThat(rung.agents()).containsExactly(CHIEF);
    assertThat(diary.of("routing.offerEnded")).containsExactly("routing.offerEnded 1 SUPERSEDED");
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
  }

  @Test
  void whoeverIsRungForOrDoesNotWaitIsNotPickedUp() throws InterruptedException {
    assertThat(calls.pickUp(ScriptedCaller.ID, CHIEF)).isEqualTo(NOBODY);
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    assertThat(calls.pickUp(ScriptedCaller.ID, CHIEF)).isEqualTo(NOBODY);
    rung.callerHangsUp();
    over();
  }
}
