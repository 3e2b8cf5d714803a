package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Several phones ring for one caller. */
class SeveralPhonesTest extends CallScene {
  @Test
  void severalRingAndTheFirstToAnswerHasTheCall() throws InterruptedException {
    var caller = waitingCaller("10");
    ScriptedCaller.Rung rung = threeRing(caller);
    rung.agents().forEach(rung.observer()::ringing);
    rung.observer().answered(BOB);
    rung.end(RingResult.TALKED);
    over();
    assertThat(caller.commands).contains("ring 1001&1002&1003");
    assertThat(diary.of("routing."))
        .containsExactly(
            "routing.callQueued general general:1 0",
            "routing.offerRinging 1",
            "routing.offerRinging 2",
            "routing.offerRinging 3",
            "routing.offerAnswered 2",
            "routing.talkBegan 2",
            "routing.offerEnded 1 SUPERSEDED",
            "routing.offerEnded 3 SUPERSEDED",
            "routing.talkEnded 2");
    assertThat(diary.of("desks.offered")).hasSize(3);
    assertThat(diary.of("desks.offerEnded"))
        .containsExactly("desks.offerEnded 1001 SUPERSEDED", "desks.offerEnded 1003 SUPERSEDED");
    assertThat(diary.of("recorder."))
        .containsExactly(
            "recorder.begin", "recorder.heard file.raw 1002", "recorder.finished file.raw");
    assertThat(diary.of("log.answered")).containsExactly("log.answered 2 1002");
  }

  @Test
  void oneRejectsWhileTheOthersRingOn() throws InterruptedException {
    var caller = waitingCaller("10");
    ScriptedCaller.Rung rung = threeRing(caller);
    rung.observer().ended(ALICE, RingResult.REJECTED);
    assertThat(diary.of("routing.offerEnded")).containsExactly("routing.offerEnded 1 REJECTED");
    rung.observer().ended(ALICE, RingResult.NOT_ANSWERED);
    rung.observer().answered(CAROL);
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.of("routing.offerEnded"))
        .containsExactly("routing.offerEnded 1 REJECTED", "routing.offerEnded 2 SUPERSEDED");
    assertThat(diary.of("routing.talkEnded")).containsExactly("routing.talkEnded 3");
  }

  @Test
  void ofTwoWhoPickUpAtOnceTheSwitchNamesOneAndTheOtherIsSuperseded() throws InterruptedException {
    var caller = waitingCaller("10");
    ScriptedCaller.Rung rung = threeRing(caller);
    rung.observer().answered(BOB);
    rung.observer().answered(ALICE);
    rung.observer().ended(ALICE, RingResult.REJECTED);
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.of("routing.offerAnswered")).containsExactly("routing.offerAnswered 2");
    assertThat(diary.of("routing.offerEnded"))
        .containsExactly("routing.offerEnded 1 SUPERSEDED", "routing.offerEnded 3 SUPERSEDED");
  }

  @Test
  void theCallerHangsUpWhileThreeRing() throws InterruptedException {
    var caller = waitingCaller("10");
    ScriptedCaller.Rung rung = threeRing(caller);
    rung.observer().ended(BOB, RingResult.UNREACHABLE);
    rung.callerHangsUp();
    over();
    assertThat(diary.of("routing.offerEnded"))
        .containsExactly(
            "routing.offerEnded 2 UNREACHABLE",
            "routing.offerEnded 1 CALLER_LEFT",
            "routing.offerEnded 3 CALLER_LEFT");
    assertThat(diary.of("recorder.d")).hasSize(1);
    assertThat(diary.of("log.ended")).containsExactly("log.ended ABANDONED_IN_QUEUE");
  }

  @Test
  void whoeverWasNotHeardOfIsToldWhenTheRingIsOver() throws InterruptedException {
    var caller = waitingCaller("10");
    threeRing(caller).end(RingResult.NOT_ANSWERED);
    await().until(() -> diary.of("routing.offerEnded").size() == 3);
    assertThat(diary.of("routing.offerEnded")).allMatch(line -> line.endsWith("NOT_ANSWERED"));
    leave(caller);
  }

  @Test
  void ofSeveralOnlyTheCancelledOneIsSilenced() throws InterruptedException {
    var caller = waitingCaller("10");
    ScriptedCaller.Rung rung = threeRing(caller);
    calls.cancel(SECOND, ScriptedCaller.ID);
    Mockito.verify(phones).stopRinging(ScriptedCaller.ID, BOB);
    assertThat(rung.observer().wanted(BOB)).as("should its phone not ring yet").isFalse();
    assertThat(rung.observer().wanted(ALICE)).isTrue();
    rung.observer().answered(ALICE);
    calls.cancel(new OfferId(3), ScriptedCaller.ID);
    Mockito.verifyNoMoreInteractions(phones);
    assertThat(diary.of("routing.callGone")).as("the talk goes on").isEmpty();
    rung.end(RingResult.TALKED);
  }

  private ScriptedCaller.Rung threeRing(ScriptedCaller caller) throws InterruptedException {
    calls.offer(
        ScriptedCaller.ID,
        List.of(
            new Command.Ring(FIRST, ALICE),
            new Command.Ring(SECOND, BOB),
            new Command.Ring(new OfferId(3), CAROL)),
        RING);
    return rung(caller);
  }
}
