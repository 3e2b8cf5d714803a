package io.voltline.engine.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.call.PickUp;
import io.voltline.engine.call.Recorder;
import io.voltline.engine.call.WaitingLine;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.Routing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What supervisors did is kept once it took effect, and what was refused is not. */
class WhatIsAuditedTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final QueueId FAULT = new QueueId("fault");
  private static final Account AGENT = account("1001", Role.AGENT);
  private static final Account CHIEF = account("2001", Role.SUPERVISOR);
  private static final AgentNo ALICE = AGENT.agentNo();
  private static final Leg PHONE =
      new Leg("PJSIP/1001-1", "vl1-1.2", CALL, Optional.of(ALICE), true);
  private static final StateRequest MEETING =
      new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEETING), OptionalInt.of(15));

  private final TalkSwitch lines = mock(TalkSwitch.class);
  private final AgentDesk desks = mock(AgentDesk.class);
  private final TalkLog log = mock(TalkLog.class);
  private final WaitingLine waiting = mock(WaitingLine.class);
  private final SignIn signIn = mock(SignIn.class);
  private final Talks talks =
      new Talks(
          new TalkNeighbours(
              lines,
              mock(Routing.class),
              mock(AgentCommands.class),
              desks,
              log,
              mock(Recorder.class),
              mock(TalkObserver.class),
              () -> NOW));
  private final SupervisorDesk supervisors =
      new SupervisorDesk(talks, new Reach(talks, Set.of(), () -> Set.of(FAULT)), waiting, signIn);

  @BeforeEach
  void aTalkOfAlice() {
    when(desks.agents()).thenReturn(List.of(live(AGENT), live(CHIEF)));
    when(lines.phone(ALICE, CALL)).thenReturn(Optional.of(PHONE));
  }

  @AfterEach
  void close() {
    talks.close();
  }

  @Test
  void whatTookEffectIsKept() throws Refused {
    when(lines.ring(any(), any(), any(), any(), any(), any())).thenReturn(true);
    when(lines.hangUp(PHONE)).thenReturn(true);
    when(waiting.move(CALL, FAULT, Optional.empty())).thenReturn(true);
    when(waiting.pick(CALL, ALICE)).thenReturn(true);
    when(waiting.pickUp(CALL, CHIEF.agentNo())).thenReturn(new PickUp.Rings());
    supervisors.watch(CHIEF, CALL, ALICE, PartKind.MONITOR);
    supervisors.release(CHIEF, CALL, ALICE);
    supervisors.move(CHIEF, CALL, FAULT, Optional.empty());
    supervisors.pick(CHIEF, CALL, ALICE);
    supervisors.pick(CHIEF, CALL, CHIEF.agentNo());
    supervisors.signOut(CHIEF, ALICE);
    verify(signIn).signOut(ALICE);
    assertThat(audited())
        .containsExactly(
            onCall("MONITOR", "1001"),
            onCall("RELEASE", "1001"),
            onCall("MOVE", "fault"),
            onCall("PICK", "1001"),
            onCall("PICK_UP", ""),
            act("SIGN_OUT", Optional.empty(), "1001", Optional.empty(), OptionalInt.empty()));
  }

  @Test
  void aStateIsKeptAsItWasTakenWithReasonAndMinutes() throws Refused {
    var wish = new StateRequest(AgentState.BUSY, MEETING.reason(), OptionalInt.empty());
    when(desks.fitting(wish)).thenReturn(MEETING);
    when(desks.force(ALICE, MEETING)).thenReturn(live(AGENT));
    assertThat(supervisors.state(CHIEF, ALICE, wish)).isEqualTo(live(AGENT));
    assertThat(audited())
        .containsExactly(
            act(
                "STATE_BUSY",
                Optional.empty(),
                "1001",
                Optional.of(BusyReason.MEETING),
                OptionalInt.of(15)));
  }

  @Test
  void whatWasRefusedIsNotKept() throws Refused {
    when(waiting.pickUp(CALL, CHIEF.agentNo())).thenReturn(new PickUp.NotWaiting());
    refused(
        Refused.Reason.INVALID_STATE,
        () -> supervisors.watch(CHIEF, CALL, ALICE, PartKind.MONITOR));
    refused(Refused.Reason.INVALID_STATE, () -> supervisors.release(CHIEF, CALL, ALICE));
    refused(Refused.Reason.NOT_FOUND, () -> supervisors.move(CHIEF, CALL, FAULT, Optional.empty()));
    refused(Refused.Reason.NOT_FOUND, () -> supervisors.pick(CHIEF, CALL, ALICE));
    refused(Refused.Reason.NOT_FOUND, () -> supervisors.pick(CHIEF, CALL, CHIEF.agentNo()));
    doThrow(new Refused(Refused.Reason.TALKING, "in a talk")).when(signIn).signOut(ALICE);
    refused(Refused.Reason.TALKING, () -> supervisors.signOut(CHIEF, ALICE));
    when(desks.fitting(MEETING)).thenReturn(MEETING);
    when(desks.force(ALICE, MEETING))
        .thenThrow(new Refused(Refused.Reason.INVALID_STATE, "not signed in"));
    refused(Refused.Reason.INVALID_STATE, () -> supervisors.state(CHIEF, ALICE, MEETING));
    refused(Refused.Reason.FORBIDDEN, () -> supervisors.state(AGENT, ALICE, MEETING));
    verify(log, never()).audited(any());
  }

  private List<AuditTrail.Act> audited() {
    var kept = ArgumentCaptor.forClass(AuditTrail.Act.class);
    verify(log, atLeastOnce()).audited(kept.capture());
    return kept.getAllValues();
  }

  private static AuditTrail.Act onCall(String act, String whom) {
    return act(act, Optional.of(CALL), whom, Optional.empty(), OptionalInt.empty());
  }

  private static AuditTrail.Act act(
      String act,
      Optional<CallId> call,
      String whom,
      Optional<BusyReason> reason,
      OptionalInt minutes) {
    return new AuditTrail.Act(NOW, CHIEF.agentNo(), act, call, whom, reason, minutes);
  }

  private static void refused(Refused.Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Account account(String no, Role role) {
    return new Account(
        new AgentNo(no), "测试" + no, role, PhoneKind.SIP, List.of(), new Secret("secret"));
  }

  private static Agent live(Account account) {
    return new Agent(
        account,
        new AgentView(
            account.agentNo(),
            AgentState.TALKING,
            Optional.empty(),
            NOW,
            Optional.empty(),
            true,
            Optional.of(CALL)));
  }
}
