package io.voltline.engine.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Refusal;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.AfterTalk;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.call.PickUp;
import io.voltline.engine.call.Recorder;
import io.voltline.engine.call.RingResult;
import io.voltline.engine.call.WaitingLine;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.RequestRefused;
import io.voltline.engine.dispatch.Routing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;

class TalkDeskTest {
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo ALICE = new AgentNo("1001");
  private static final AgentNo BOB = new AgentNo("1002");
  private static final AgentNo CHIEF = new AgentNo("2001");
  private static final Target TO_BOB = new Target.Desk(BOB);
  private static final QueueId FAULT = new QueueId("fault");
  private static final Leg CALLER =
      new Leg("PJSIP/trunk-1", "vl1-1.1", CALL, Optional.empty(), true);
  private static final Leg PHONE = phone(ALICE, "vl1-1.2");
  private static final Leg OTHER = phone(BOB, "vl1-1.3");
  private static final long SOON = 5_000;

  private final TalkSwitch lines = mock(TalkSwitch.class);
  private final Routing routing = mock(Routing.class);
  private final AgentCommands agents = mock(AgentCommands.class);
  private final AgentDesk desks = mock(AgentDesk.class);
  private final TalkLog log = mock(TalkLog.class);
  private final Recorder recorder = mock(Recorder.class);
  private final TalkObserver observer = mock(TalkObserver.class);
  private final WaitingLine waiting = mock(WaitingLine.class);
  private final SignIn signIn = mock(SignIn.class);
  private final Talks talks =
      new Talks(
          new TalkNeighbours(
              lines, routing, agents, desks, log, recorder, observer, InstantSource.system()));
  private final Reach reach =
      new Reach(talks, Set.of(Role.AGENT, Role.SUPERVISOR), () -> Set.of(FAULT));
  private final TalkDesk desk = new TalkDesk(talks, reach, CALL::equals);
  private final CallOut out = new CallOut(talks, reach, "/spool");
  private final SupervisorDesk supervisors = new SupervisorDesk(talks, reach, waiting, signIn);

  @BeforeEach
  void aTalkOfAlice() {
    when(desks.agents()).thenReturn(List.of(live(ALICE), live(BOB), live(CHIEF)));
    when(lines.leg("vl1-1.1")).thenReturn(Optional.of(CALLER));
    when(lines.phone(ALICE, CALL)).thenReturn(Optional.of(PHONE));
    when(lines.phones(CALL)).thenReturn(List.of(PHONE));
    when(lines.others(CALL)).thenReturn(List.of(PHONE));
    when(lines.keep(CALL)).thenReturn(true);
    when(lines.move(any(), any(), any(), any())).thenReturn(true);
    when(lines.ring(any(), any(), any(), any(), any(), any())).thenReturn(true);
    when(lines.hangUp(any())).thenReturn(true);
    when(lines.press(any(), Mockito.anyChar())).thenReturn(true);
    when(log.began(any())).thenReturn(7L, 8L, 9L);
    when(recorder.begin(any(), any())).thenReturn("file.raw");
  }

  @AfterEach
  void close() {
    talks.close();
  }

  @Test
  void holdPutsTheAgentAsideAndResumeBack() throws Refused {
    TalkView held = desk.hold(ALICE, CALL);
    assertThat(held.desks()).containsExactly(new TalkView.Party(ALICE, TalkView.State.HOLDING));
    var order = Mockito.inOrder(lines, routing, observer);
    order.verify(lines).keep(CALL);
    order.verify(lines).move(PHONE, Spot.HELD, CALL, Map.of());
    order.verify(routing).talkHeld(ALICE, true);
    order.verify(observer).changed(any(), eq(TalkChange.HELD), eq(ALICE));
    refused(Refused.Reason.INVALID_STATE, () -> desk.hold(ALICE, CALL));

    desk.resume(ALICE, CALL);
    verify(lines).move(PHONE, Spot.TALK, CALL, Map.of());
    verify(routing).talkHeld(ALICE, false);
    verify(log).ended(eq(CALL), eq(7L), eq(PartEnd.DONE), any());
    refused(Refused.Reason.INVALID_STATE, () -> desk.resume(ALICE, CALL));
  }

  @Test
  void onlyWhoeverIsInATalkHoldsIt() {
    refused(Refused.Reason.FORBIDDEN, () -> desk.hold(BOB, CALL));
    refused(Refused.Reason.NOT_FOUND, () -> desk.hold(ALICE, new CallId("vl1-9.9")));
  }

  @Test
  void aSwitchThatRefusesOrIsSilentLeavesTheTalkAsItWas() {
    when(lines.move(any(), any(), any(), any())).thenReturn(false);
    refused(Refused.Reason.INVALID_STATE, () -> desk.hold(ALICE, CALL));
    when(lines.move(any(), any(), any(), any())).thenThrow(new Unavailable("the switch"));
    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> desk.hold(ALICE, CALL));
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> desk.consult(account(ALICE), CALL, TO_BOB, Optional.empty()));

    verify(lines, Mockito.times(3)).letGo(CALL);
    verify(routing, never()).talkHeld(any(), anyBoolean());
    verify(routing).phoneFree(BOB);
    assertThat(talks.next(CALL)).isEmpty();
    when(lines.keep(CALL)).thenReturn(false);
    refused(Refused.Reason.INVALID_STATE, () -> desk.hold(ALICE, CALL));
  }

  @Test
  void whoeverTakesNoCallsIsNotAsked() throws Exception {
    when(agents.claim(BOB, CALL, false)).thenThrow(new RequestRefused(Refusal.NOT_IDLE));
    refused(
        Refused.Reason.NOT_IDLE,
        () -> desk.consult(account(ALICE), CALL, TO_BOB, Optional.empty()));
    verify(lines, never()).move(any(), any(), any(), any());
    refused(
        Refused.Reason.INVALID,
        () -> desk.consult(account(ALICE), CALL, new Target.Desk(ALICE), Optional.empty()));
    refused(
        Refused.Reason.NOT_FOUND,
        () ->
            desk.consult(
                account(ALICE), CALL, new Target.Desk(new AgentNo("9999")), Optional.empty()));
  }

  @Test
  void notAnsweredTheAgentIsBackInTheTalk() throws Refused {
    asks(false);
    refused(Refused.Reason.INVALID_STATE, () -> desk.complete(ALICE, CALL));
    talks.dialEnded(PHONE.id(), OTHER, RingResult.NOT_ANSWERED);
    verify(log, timeout(SOON)).ended(eq(CALL), eq(7L), eq(PartEnd.NOT_ANSWERED), any());
    verify(routing, timeout(SOON)).talkHeld(ALICE, false);
    verify(observer, timeout(SOON)).changed(any(), eq(TalkChange.BACK), eq(ALICE));
    assertThat(talks.next(CALL)).isEmpty();
  }

  @Test
  void anAskerWhosePhoneCameBackIsTheAskerStill() throws Refused {
    asks(false);
    talks.replaced(PHONE.id(), phone(ALICE, "vl1-1.9"));
    talks.dialEnded("vl1-1.9", OTHER, RingResult.NOT_ANSWERED);
    verify(observer, timeout(SOON)).changed(any(), eq(TalkChange.BACK), eq(ALICE));
  }

  @Test
  void aPhoneThatCouldNotBeRungIsToldFree() throws Refused {
    desk.transfer(account(ALICE), CALL, TO_BOB, Optional.empty());
    talks.joined(PHONE, CALL);
    verify(log, timeout(SOON)).ended(eq(CALL), eq(7L), eq(PartEnd.UNREACHABLE), any());
    verify(routing, timeout(SOON)).phoneFree(BOB);
  }

  @Test
  void anAskerWhoLeavesBeforeTheAnswerLeavesTheCallerToTheQueue() throws Refused {
    asks(false);
    Optional<AfterTalk.Next> again =
        Optional.of(new AfterTalk.Next(Optional.empty(), Optional.of(BOB)));
    assertThat(talks.next(CALL)).as("before the switch told of it").isEqualTo(again);
    talks.gone(PHONE);
    verify(log, timeout(SOON)).ended(eq(CALL), eq(7L), eq(PartEnd.CANCELLED), any());
    assertThat(talks.next(CALL)).isEqualTo(again);
    assertThat(talks.next(CALL)).as("asked once").isEmpty();
  }

  @Test
  void anAskerWhoLeavesAfterTheAnswerPassesTheTalkOn() throws Refused {
    asks(true);
    talks.gone(PHONE);
    verify(observer, timeout(SOON)).changed(any(), eq(TalkChange.TRANSFERRED), eq(ALICE));
    assertThat(talks.next(CALL)).isEmpty();
    verify(log)
        .began(
            Mockito.argThat(part -> part.kind() == PartKind.TRANSFER && part.by().equals(ALICE)));
  }

  @Test
  void completeHangsUpTheAskerAndConferenceJoinsThem() throws Refused {
    asks(true);
    desk.complete(ALICE, CALL);
    verify(lines).hangUp(PHONE);

    desk.conference(ALICE, CALL);
    verify(lines).move(PHONE, Spot.TALK, CALL, Map.of());
    verify(observer).changed(any(), eq(TalkChange.CONFERENCE), eq(ALICE));
    refused(Refused.Reason.INVALID_STATE, () -> desk.cancel(ALICE, CALL));
  }

  @Test
  void cancelRingsOffWhoIsAsked() throws Refused {
    asks(false);
    desk.cancel(ALICE, CALL);
    verify(lines).hangUp(OTHER);
    verify(routing).talkHeld(ALICE, false);
    refused(Refused.Reason.INVALID_STATE, () -> desk.cancel(ALICE, CALL));
  }

  @Test
  void onlyOneIsAskedAtATime() throws Refused {
    asks(false);
    refused(Refused.Reason.INVALID_STATE, () -> desk.hold(ALICE, CALL));
    refused(
        Refused.Reason.INVALID_STATE,
        () -> desk.transfer(account(ALICE), CALL, TO_BOB, Optional.empty()));
  }

  @Test
  void toAQueueTheCallerWaitsAgain() throws Refused {
    refused(Refused.Reason.INVALID, () -> transfer(new Target.Queue(new QueueId("nowhere"))));
    when(lines.hangUp(PHONE)).thenReturn(false);
    refused(Refused.Reason.INVALID_STATE, () -> transfer(new Target.Queue(FAULT)));
    assertThat(talks.next(CALL)).as("a talk that was over").isEmpty();
    when(lines.hangUp(PHONE)).thenReturn(true);
    transfer(new Target.Queue(FAULT));
    assertThat(talks.next(CALL)).contains(new AfterTalk.Next(Optional.of(FAULT), Optional.empty()));
  }

  @Test
  void outsideIsCalledByRightAndAbroadBySupervisorsOnly() throws Refused {
    refused(Refused.Reason.FORBIDDEN, () -> transfer(outside("+12025550100")));
    var noRight = new Reach(talks, Set.of(Role.SUPERVISOR), Set::of);
    refused(
        Refused.Reason.FORBIDDEN,
        () ->
            new TalkDesk(talks, noRight, CALL::equals)
                .transfer(account(ALICE), CALL, outside("00000000009"), Optional.empty()));
    transfer(outside("00000000009"));
    verify(lines)
        .move(
            PHONE,
            Spot.TRANSFER,
            CALL,
            Map.of("VL_DIAL", "PJSIP/00000000009@trunk", "VL_FROM", "95598"));
  }

  @Test
  void keysGoToTheOtherSide() throws Refused {
    desk.press(ALICE, CALL, "1#");
    var order = Mockito.inOrder(lines);
    order.verify(lines).press(CALLER, '1');
    order.verify(lines).press(CALLER, '#');
  }

  @Test
  void aCallOutIsRecordedAndItsEndIsKept() throws Refused {
    CallId call = out.call(account(ALICE), outside("00000000009"));
    var customer = new Leg("PJSIP/trunk-2", "vl1-1.8", call, Optional.empty(), true);
    talks.dialEnded(call.value(), customer, RingResult.TALKED);
    verify(recorder, timeout(SOON)).heard("file.raw", ALICE);
    talks.gone(customer);
    verify(recorder, timeout(SOON)).finished("file.raw");
    verify(log, timeout(SOON)).outEnded(eq(call), eq(EndReason.TALK_ENDED), any());
  }

  @Test
  void aCallOutThatTheSwitchRefusesLeavesNothing() throws Exception {
    when(lines.ring(any(), any(), any(), any(), any(), any())).thenReturn(false);
    refused(Refused.Reason.INVALID_STATE, () -> out.call(account(ALICE), TO_BOB));
    verify(routing).phoneFree(ALICE);
    verify(routing, Mockito.atLeastOnce()).phoneFree(BOB);
    verify(log).outEnded(any(), eq(EndReason.NOT_REACHED), any());
  }

  @Test
  void supervisorsOnlySupervise() throws Refused {
    refused(
        Refused.Reason.FORBIDDEN,
        () -> supervisors.watch(account(BOB), CALL, ALICE, PartKind.MONITOR));
    refused(Refused.Reason.FORBIDDEN, () -> supervisors.release(account(BOB), CALL, ALICE));
    refused(
        Refused.Reason.INVALID_STATE,
        () -> supervisors.watch(account(CHIEF), CALL, BOB, PartKind.MONITOR));
    verify(log, never()).audited(any());

    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.WHISPER);
    verify(lines)
        .ring(
            eq(CHIEF),
            any(),
            eq("1001"),
            eq(Spot.SPY),
            eq(CALL),
            eq(
                Map.of(
                    "VL_SPY",
                    PHONE.channel(),
                    "VL_SPY_OPTIONS",
                    "qwES",
                    "VL_SUPERVISES",
                    "WHISPER 1001 vl1-1.1")));
    verify(lines, never()).keep(CALL);
  }

  @Test
  void whoeverInterceptsHasThePlaceOfTheAgentOnceIn() throws Refused {
    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.INTERCEPT);
    verify(lines, never()).hangUp(any());
    var id = ArgumentCaptor.forClass(String.class);
    verify(lines).ring(eq(CHIEF), id.capture(), any(), eq(Spot.TALK), eq(CALL), any());
    talks.joined(new Leg("PJSIP/2001-1", id.getValue(), CALL, Optional.of(CHIEF), true), CALL);
    verify(lines, timeout(SOON)).hangUp(PHONE);
  }

  @Test
  void whoeverInterceptedMayTakeTheSameAgentInAgain() throws Refused {
    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.INTERCEPT);
    var id = ArgumentCaptor.forClass(String.class);
    verify(lines).ring(eq(CHIEF), id.capture(), any(), eq(Spot.TALK), eq(CALL), any());
    Leg chief = phone(CHIEF, id.getValue());
    Leg again = phone(ALICE, "vl1-1.5");
    when(lines.phone(CHIEF, CALL)).thenReturn(Optional.of(chief));
    when(lines.phone(ALICE, CALL)).thenReturn(Optional.of(PHONE)).thenReturn(Optional.of(again));
    talks.joined(chief, CALL);
    verify(lines, timeout(SOON)).hangUp(PHONE);

    desk.consult(account(CHIEF), CALL, new Target.Desk(ALICE), Optional.empty());
    talks.dialled(chief.id(), again);
    talks.dialEnded(chief.id(), again, RingResult.TALKED);
    verify(log, timeout(SOON)).answered(eq(CALL), anyLong(), any());
    desk.conference(CHIEF, CALL);
    talks.joined(chief, CALL);
    verify(observer, timeout(SOON).times(2)).changed(any(), eq(TalkChange.JOINED), eq(CHIEF));
    verify(lines, never()).hangUp(again);
    verify(lines).hangUp(PHONE);
  }

  @Test
  void theDeskOfTheSupervisorIsToldOfTheTalkItComesInto() throws Refused {
    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.MONITOR);
    var id = ArgumentCaptor.forClass(String.class);
    verify(lines).ring(eq(CHIEF), id.capture(), any(), eq(Spot.SPY), eq(CALL), any());
    verify(observer).comes(CALL, CHIEF, ALICE, PartKind.MONITOR);
    when(lines.leg(id.getValue())).thenReturn(Optional.of(phone(CHIEF, id.getValue())));
    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.INTERCEPT);
    var order = Mockito.inOrder(observer);
    order.verify(observer).comes(CALL, CHIEF, ALICE, PartKind.INTERCEPT);
    order.verify(observer).supervised(CALL, CHIEF, ALICE, PartKind.INTERCEPT, true);
  }

  @Test
  void aDeskWhosePhoneCannotBeRungIsToldOfNoTalk() {
    when(lines.ring(any(), any(), any(), any(), any(), any())).thenReturn(false);
    refused(
        Refused.Reason.INVALID_STATE,
        () -> supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.INTERCEPT));
    verify(observer, never()).comes(any(), any(), any(), any());
  }

  @Test
  void aWaitingCallIsPickedUpWithTheOwnPhone() throws Refused {
    var two = new AgentNo("2002");
    when(desks.agents()).thenReturn(List.of(live(CHIEF), live(two)));
    refused(Refused.Reason.INVALID, () -> supervisors.pick(account(CHIEF), CALL, two));
    when(waiting.pickUp(CALL, CHIEF))
        .thenReturn(new PickUp.Rings(), new PickUp.TakenBy(two), new PickUp.NotWaiting());
    supervisors.pick(account(CHIEF), CALL, CHIEF);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> supervisors.pick(account(CHIEF), CALL, CHIEF))
        .satisfies(e -> assertThat(e.taker()).contains(two));
    refused(Refused.Reason.NOT_FOUND, () -> supervisors.pick(account(CHIEF), CALL, CHIEF));
    when(lines.inUse(CHIEF)).thenReturn(true);
    refused(Refused.Reason.TALKING, () -> supervisors.pick(account(CHIEF), CALL, CHIEF));
  }

  @Test
  void aWaitingCallIsMovedAndPicked() throws Refused {
    refused(
        Refused.Reason.NOT_FOUND,
        () -> supervisors.move(account(CHIEF), CALL, FAULT, Optional.empty()));
    when(waiting.move(CALL, FAULT, Optional.of(5))).thenReturn(true);
    when(waiting.pick(CALL, BOB)).thenReturn(true);
    supervisors.move(account(CHIEF), CALL, FAULT, Optional.of(5));
    supervisors.pick(account(CHIEF), CALL, BOB);
    supervisors.signOut(account(CHIEF), BOB);
    verify(signIn).signOut(BOB);
  }

  private void asks(boolean answered) throws Refused {
    desk.consult(account(ALICE), CALL, TO_BOB, Optional.of("a note"));
    verify(observer).passedOn(CALL, ALICE, BOB, Optional.of("a note"));
    verify(routing).talkHeld(ALICE, true);
    talks.dialled(PHONE.id(), OTHER);
    talks.up(OTHER);
    if (answered) {
      talks.dialEnded(PHONE.id(), OTHER, RingResult.TALKED);
      verify(log, timeout(SOON)).answered(eq(CALL), anyLong(), any());
    } else {
      await().until(() -> talks.of(CALL).asked().flatMap(Talk.Asking::asked).isPresent());
    }
  }

  private void transfer(Target target) throws Refused {
    desk.transfer(account(ALICE), CALL, target, Optional.empty());
  }

  private static Target outside(String number) {
    return new Target.Outside(new PhoneNumber(number));
  }

  private static void refused(Refused.Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Leg phone(AgentNo agent, String id) {
    return new Leg("PJSIP/" + agent + "-1", id, CALL, Optional.of(agent), true);
  }

  private static Account account(AgentNo agent) {
    return new Account(
        agent,
        "name",
        agent.value().startsWith("2") ? Role.SUPERVISOR : Role.AGENT,
        PhoneKind.SIP,
        List.of(),
        new Secret("secret"));
  }

  private static Agent live(AgentNo agent) {
    return new Agent(
        account(agent),
        new AgentView(
            agent,
            AgentState.TALKING,
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            true,
            Optional.of(CALL)));
  }
}
