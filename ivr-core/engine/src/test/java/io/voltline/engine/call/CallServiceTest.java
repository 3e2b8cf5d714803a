package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Node;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.dispatch.Overloaded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Every way a call can go, as far as one phone rings. */
class CallServiceTest extends CallScene {
  @Test
  void fromTheWelcomeToTheEndOfTheTalk() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.lines)
        .containsExactly(
            "log.arrived 00000000001",
            "log.node storm Optional.empty",
            "log.node welcome Optional[1]",
            "log.language ZH",
            "log.node language-zh Optional.empty",
            "log.node caller Optional.empty",
            "log.node main Optional[0]",
            "log.node agent Optional.empty",
            "log.queued general",
            "desks.waiting 00000000001 Optional.empty",
            "routing.callQueued general general:1 0",
            "recorder.begin",
            "log.offered 1 1001 PT8S",
            "desks.offered 1001",
            "routing.offerRinging 1",
            "routing.offerAnswered 1",
            "routing.talkBegan 1",
            "recorder.heard file.raw 1001",
            "log.answered 1 1001",
            "desks.answered 1001",
            "routing.talkEnded 1",
            "recorder.finished file.raw",
            "desks.ended [1001] AGENT_HUNG_UP",
            "log.node survey Optional.empty",
            "log.node thanks Optional.empty",
            "log.ended AGENT_HUNG_UP",
            "callBacks.served 00000000001");
    assertThat(caller.commands)
        .endsWith("wait 5", "play survey", "wait 5", "play survey-thanks", "done")
        .containsSubsequence("record file.raw", "ring 1001", "stop recording", "play survey")
        .containsSubsequence("remember VL_QUEUE", "remember VL_QUEUED_AT", "music true");
    assertThat(caller.variables)
        .containsEntry("VL_FLOW", "storm welcome language-zh caller main agent");
  }

  @Test
  void dangerGoesFirst() throws InterruptedException {
    var caller = waitingCaller("113");
    assertThat(diary.of("routing."))
        .containsExactly("routing.callQueued danger fault:1|general:1 9");
    leave(caller);
  }

  @Test
  void hangingUpAtAnyCommandLeavesNothingBehind() throws InterruptedException {
    int commands = commandsOfAWholeCall();
    assertThat(commands).isGreaterThan(15);
    for (int at = 1; at <= commands; at++) {
      diary.lines.clear();
      var caller = new ScriptedCaller("10").hangingUpAt(at);
      take(caller);
      while (thread.isAlive()) {
        if (!diary.of("routing.callQueued").isEmpty()) {
          offer(FIRST, ALICE);
          ScriptedCaller.Rung rung = caller.rings.poll(20, TimeUnit.MILLISECONDS);
          if (rung != null) {
            rung.answer();
            rung.end(RingResult.TALKED);
          }
        }
      }
      over();
      assertThat(diary.of("log.ended")).as("at command %d", at).hasSize(1);
      assertThat(diary.of("desks.ended")).as("at command %d", at).hasSize(1);
      boolean queued = !diary.of("routing.callQueued").isEmpty();
      boolean left =
          !diary.of("routing.callGone").isEmpty() || !diary.of("routing.talkEnded").isEmpty();
      assertThat(left).as("at command %d", at).isEqualTo(queued);
      assertThat(diary.of("recorder.begin"))
          .as("at command %d", at)
          .hasSameSizeAs(
              diary.of("recorder.f").isEmpty() ? diary.of("recorder.d") : diary.of("recorder.f"));
    }
  }

  @Test
  void aWaitingCallerWhoHangsUpIsGoneAtOnce() throws InterruptedException {
    waitingCaller("10");
    calls.gone(ScriptedCaller.ID);
    over();
    assertThat(diary.lines)
        .endsWith(
            "routing.callGone",
            "log.ended ABANDONED_IN_QUEUE",
            "desks.ended [] ABANDONED_IN_QUEUE");
  }

  @Test
  void aHangUpNobodyToldIsFoundBySoundingTheChannel() throws InterruptedException {
    var caller = waitingCaller("10");
    caller.hangUp();
    over();
    assertThat(caller.commands).contains("check");
    assertThat(diary.of("log.ended")).containsExactly("log.ended ABANDONED_IN_QUEUE");
  }

  @Test
  void callerHangsUpWhileRinging() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.observer().ringing(ALICE);
    rung.callerHangsUp();
    over();
    assertThat(diary.lines)
        .endsWith(
            "routing.offerRinging 1",
            "routing.offerEnded 1 CALLER_LEFT",
            "log.offerEnded 1 CALLER_LEFT",
            "desks.offerEnded 1001 CALLER_LEFT",
            "recorder.discarded file.raw",
            "routing.callGone",
            "log.ended ABANDONED_IN_QUEUE",
            "desks.ended [1001] ABANDONED_IN_QUEUE");
    rung.answer();
    assertThat(diary.of("routing.offerAnswered")).as("too late").isEmpty();
  }

  @Test
  void callerHangsUpDuringTheAnnouncement() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.observer().pickedUp(ALICE);
    rung.callerHangsUp();
    over();
    assertThat(diary.of("routing.offerEnded")).containsExactly("routing.offerEnded 1 CALLER_LEFT");
    assertThat(diary.of("log.answered")).isEmpty();
    assertThat(diary.of("log.ended")).containsExactly("log.ended ABANDONED_IN_QUEUE");
  }

  @Test
  void anAgentIsFreeAsSoonAsThePhoneIsOffTheCall() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.observer().left(ALICE);
    assertThat(diary.of("routing.talkEnded")).as("the switch still parts them").hasSize(1);
    rung.observer().left(ALICE);
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.of("routing.talkEnded")).as("each end counts once").hasSize(1);
    assertThat(diary.of("log.ended")).containsExactly("log.ended AGENT_HUNG_UP");
  }

  @Test
  void aPhoneThatLeavesDuringTheAnnouncementEndsNoTalk() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.observer().pickedUp(ALICE);
    rung.observer().left(ALICE);
    rung.end(RingResult.REJECTED);
    await().until(() -> !diary.of("routing.offerEnded").isEmpty());
    assertThat(diary.of("routing.offerEnded")).containsExactly("routing.offerEnded 1 REJECTED");
    assertThat(diary.of("routing.talkEnded")).isEmpty();
    leave(caller);
  }

  @Test
  void callerHangsUpWhileTalking() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.callerHangsUp();
    over();
    assertThat(diary.lines)
        .endsWith(
            "routing.talkEnded 1",
            "recorder.finished file.raw",
            "log.ended CALLER_HUNG_UP",
            "desks.ended [1001] CALLER_HUNG_UP",
            "callBacks.served 00000000001",
            "surveys.notAsked 00000000001 1001 ZH");
  }

  @Test
  void whoWasAskedOnThePhoneIsNotAskedAgainWhateverTheAnswer() throws InterruptedException {
    for (String keys : List.of("103", "107-", "10--")) {
      diary.lines.clear();
      talksAndAgentHangsUp(waitingCaller(keys));
      assertThat(diary.of("surveys.")).as(keys).isEmpty();
    }
  }

  @Test
  void whoHangsUpBeforeTheQuestionWasHeardIsAskedByMessage() throws InterruptedException {
    var caller = waitingCaller("10");
    caller.hangingUpAtPrompt("survey");
    talksAndAgentHangsUp(caller);
    assertThat(diary.of("log.ended")).containsExactly("log.ended AGENT_HUNG_UP");
    assertThat(diary.of("surveys.")).containsExactly("surveys.notAsked 00000000001 1001 ZH");
  }

  @Test
  void whoWishedToStayUnknownIsNotAsked() throws InterruptedException {
    var caller = new ScriptedCaller("1521");
    caller.messageSeconds = 5;
    take(caller);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    assertThat(asked).anyMatch(ask -> ask.arguments().containsKey("anonymous"));
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.callerHangsUp();
    over();
    assertThat(diary.of("surveys.")).isEmpty();
    assertThat(caller.variables).containsEntry("VL_UNASKED", "1");
  }

  @Test
  void whoeverWaitedForNobodyIsNotAsked() throws InterruptedException {
    leave(waitingCaller("10"));
    assertThat(diary.of("surveys.")).isEmpty();
  }

  /** Also from a queue of a sub-flow, whose end leads back to the flow that called it. */
  @Test
  void aTalkAfterATakeOverIsRatedToo() throws InterruptedException {
    for (String place : List.of("agent", "complaint/agent", "danger/agent")) {
      diary.lines.clear();
      var caller = new ScriptedCaller("3");
      caller.variables.put("VL_QUEUED_AT", "1000");
      caller.variables.put("VL_QUEUE", "general");
      caller.variables.put("VL_SKILL", "general");
      caller.variables.put("VL_PRIORITY", "0");
      caller.variables.put("VL_LANG", "en");
      caller.variables.put("VL_FLOW", "welcome " + place);
      take(caller);
      await().until(() -> !diary.of("routing.callQueued").isEmpty());
      talksAndAgentHangsUp(caller);
      assertThat(asked).last().asString().contains("service=survey", "Number[value=3]");
      assertThat(diary.of("log.node survey")).as(place).hasSize(1);
    }
  }

  private void talksAndAgentHangsUp(ScriptedCaller caller) throws InterruptedException {
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
  }

  @Test
  void noAnswerWaitsOnWithMusicAndTheNextAgentRings() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    rung(caller).end(RingResult.NOT_ANSWERED);
    await().until(() -> caller.commands.getLast().equals("music true"));
    offer(SECOND, BOB);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
    assertThat(diary.of("routing."))
        .containsExactly(
            "routing.callQueued general general:1 0",
            "routing.offerEnded 1 NOT_ANSWERED",
            "routing.offerRinging 2",
            "routing.offerAnswered 2",
            "routing.talkBegan 2",
            "routing.talkEnded 2");
    assertThat(diary.of("recorder.d")).hasSize(1);
    assertThat(diary.of("desks.ended")).containsExactly("desks.ended [1001, 1002] AGENT_HUNG_UP");
  }

  @Test
  void rejectedAndUnreachableAreToldApart() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    rung(caller).end(RingResult.REJECTED);
    offer(SECOND, BOB);
    rung(caller).end(RingResult.UNREACHABLE);
    await().until(() -> diary.of("desks.offerEnded").size() == 2);
    assertThat(diary.of("routing.offerEnded"))
        .containsExactly("routing.offerEnded 1 REJECTED", "routing.offerEnded 2 UNREACHABLE");
    leave(caller);
  }

  @Test
  void aCancelledRingIsStoppedAtTheSwitch() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    calls.cancel(FIRST, ScriptedCaller.ID);
    Mockito.verify(phones).stopRinging(ScriptedCaller.ID, ALICE);
    rung.end(RingResult.NOT_ANSWERED);
    await().until(() -> !diary.of("routing.offerEnded").isEmpty());
    leave(caller);
  }

  @Test
  void aCancelThatCrossesTheEndOfItsRingIsIgnored() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    rung(caller).end(RingResult.NOT_ANSWERED);
    await().until(() -> !diary.of("desks.offerEnded").isEmpty());
    calls.cancel(FIRST, ScriptedCaller.ID);
    offer(SECOND, BOB);
    ScriptedCaller.Rung rung = rung(caller);
    Mockito.verifyNoInteractions(phones);
    rung.callerHangsUp();
  }

  @Test
  void withoutAmiACallThatMayBeTalkingIsOfferedToNobodyElse() throws InterruptedException {
    Mockito.when(phones.stopRinging(Mockito.any(), Mockito.any())).thenReturn(false);
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    calls.cancel(FIRST, ScriptedCaller.ID);
    assertThat(diary.of("routing.callGone")).hasSize(1);
    rung.end(RingResult.NOT_ANSWERED);
    await().until(() -> diary.of("routing.callQueued").size() == 2);
    leave(caller);
  }

  @Test
  void aFullRoutingIsAskedAgainWhileMusicPlays() throws InterruptedException {
    diary.failOnce("routing.callQueued", new Overloaded("full"));
    var caller = waitingCaller("10");
    assertThat(caller.commands).containsSubsequence("remember VL_QUEUED_AT", "music true");
    leave(caller);
  }

  @Test
  void aCallTakenOverStandsWhereItStood() throws InterruptedException {
    var caller = new ScriptedCaller("");
    caller.variables.put("VL_QUEUED_AT", "1000");
    caller.variables.put("VL_QUEUE", "general");
    caller.variables.put("VL_SKILL", "general");
    caller.variables.put("VL_PRIORITY", "9");
    caller.variables.put("VL_LANG", "en");
    caller.variables.put("VL_FLOW", "welcome agent");
    caller.variables.put("VL_ACCOUNT", "9900000001");
    caller.variables.put("VL_KEY", "1");
    caller.variables.put("VL_PREFERRED", "1002 1001");
    take(caller);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    assertThat(diary.lines)
        .containsExactly(
            "log.arrived 00000000001",
            "log.queued general",
            "desks.waiting 00000000001 Optional[9900000001]",
            "routing.callQueued general general:1 9 key [1002, 1001]");
    assertThat(caller.commands).contains("speak en").noneMatch(c -> c.startsWith("play"));
    leave(caller);
  }

  @Test
  void aPlaceThatCannotBeReadBeginsAnew() throws InterruptedException {
    var caller = new ScriptedCaller("10");
    caller.variables.put("VL_QUEUED_AT", "no number");
    take(caller);
    await().until(() -> !diary.of("routing.callQueued").isEmpty());
    assertThat(diary.of("log.node")).isNotEmpty();
    leave(caller);
  }

  @Test
  void aStoppingEngineHandsWaitingCallersOver() throws InterruptedException {
    var caller = waitingCaller("10");
    calls.drain();
    over();
    assertThat(diary.lines).endsWith("routing.callGone");
    assertThat(diary.of("log.ended")).as("the call goes on").isEmpty();
    assertThat(caller.commands).doesNotContain("done");
    take(new ScriptedCaller("10"));
    over();
    assertThat(diary.of("log.arrived")).as("no new call is taken").hasSize(1);
  }

  @Test
  void aStoppingEngineWaitsForTheLastCall() throws InterruptedException {
    waitingCaller("10");
    assertThat(calls.awaitNone(Duration.ZERO)).as("a caller waits").isFalse();
    calls.drain();
    assertThat(calls.awaitNone(Duration.ofSeconds(10))).as("the caller was handed over").isTrue();
  }

  @Test
  void aCallThatBreaksOffIsLeftToTheSwitch() throws InterruptedException {
    diary.failOnce("desks.waiting", new IllegalStateException("a bug"));
    var caller = new ScriptedCaller("10");
    take(caller);
    over();
    assertThat(caller.commands).doesNotContain("done");
  }

  @Test
  void anOfferForACallThatIsGoneIsGivenBack() {
    offer(FIRST, ALICE);
    assertThat(diary.lines).containsExactly("routing.offerEnded 1 CALLER_LEFT", "routing.callGone");
  }

  @Test
  void oneCallMoreThanTheLimitIsLeftToTheSwitch() throws InterruptedException {
    var caller = waitingCaller("10");
    var none = new CallService(0, _ -> NO_FLOWS, neighbours());
    var second = new ScriptedCaller("10");
    none.take(second);
    assertThat(second.commands).isEmpty();
    leave(caller);
  }

  @Test
  void aCallerWhomNobodyServesLeavesAMessage() throws InterruptedException {
    var caller = waitingCaller("10");
    caller.messageSeconds = 7;
    calls.overflowed(overflow(Optional.empty()));
    over();
    assertThat(caller.commands)
        .containsSubsequence("music false", "play voicemail", "record 120", "done");
    assertThat(diary.lines).endsWith("log.ended VOICEMAIL").doesNotContain("routing.callGone");
    assertThat(caller.variables).containsEntry("VL_QUEUED_AT", "").doesNotContainKey("VL_MESSAGE");
  }

  @Test
  void aMessageIsKeptEvenIfTheCallerHangsUpAtItsEnd() throws InterruptedException {
    var caller = waitingCaller("10");
    caller.messageSeconds = 7;
    caller.messageEndsCall = true;
    calls.overflowed(overflow(Optional.empty()));
    over();
    assertThat(asked).last().asString().contains("service=message", "seconds", "value=7");
    assertThat(diary.of("log.ended")).containsExactly("log.ended VOICEMAIL");
  }

  @Test
  void whereTheFlowHasNoWayOnTheSwitchTakesTheMessage() throws InterruptedException {
    var queue =
        new Node.Queue("agent", GENERAL, Demand.parse("general"), 0, Map.<String, String>of());
    var flows = FlowBook.of(new Flow("main", 1, "agent", "agent", Map.of("agent", queue)));
    calls = new CallService(2, _ -> flows, neighbours());
    var caller = waitingCaller("");
    calls.overflowed(overflow(Optional.empty()));
    over();
    assertThat(caller.commands).endsWith("music false", "remember VL_MESSAGE", "done");
    assertThat(diary.lines)
        .endsWith("log.ended VOICEMAIL", "desks.ended [] VOICEMAIL")
        .doesNotContain("routing.callGone");
  }

  @Test
  void theCallerRatesTheTalkAndHangsUp() throws InterruptedException {
    var caller = waitingCaller("103");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
    assertThat(asked).last().asString().contains("service=survey", "Number[value=3]");
    assertThat(diary.of("log.node survey")).containsExactly("log.node survey Optional.empty");
  }

  @Test
  void whatIsTypedIsTheCallersAccountFromThenOn() throws InterruptedException {
    answers = Map.of("account", FlowScript.values("account", "found", 1));
    var caller = waitingCaller("131(9900000001#)");
    assertThat(diary.of("log.identified")).containsExactly("log.identified 9900000001");
    assertThat(diary.of("desks.waiting"))
        .containsExactly("desks.waiting 00000000001 Optional[9900000001]");
    assertThat(caller.variables).containsEntry("VL_ACCOUNT", "9900000001");
    leave(caller);
  }

  @Test
  void fortyDigitsAreTwoMistakesAtMostAndNoneOfThemReachesTheNextPrompt()
      throws InterruptedException {
    String forty = "(" + "1".repeat(40) + "#)";
    var caller = waitingCaller("131" + forty + forty);
    assertThat(diary.of("routing.callQueued")).hasSize(1);
    assertThat(caller.commands).contains("play account-wrong ask-account");
    assertThat(asked).noneMatch(ask -> ask.service().equals("account"));
    leave(caller);
  }

  private int commandsOfAWholeCall() throws InterruptedException {
    var caller = waitingCaller("10");
    offer(FIRST, ALICE);
    ScriptedCaller.Rung rung = rung(caller);
    rung.answer();
    rung.end(RingResult.TALKED);
    over();
    return caller.commands.size();
  }
}
