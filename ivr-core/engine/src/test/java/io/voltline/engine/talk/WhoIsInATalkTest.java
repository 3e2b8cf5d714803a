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
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.Target;
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
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.Routing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What a page that was refreshed is told: whose talk it is in, and with whom. */
class WhoIsInATalkTest {
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo ALICE = new AgentNo("1001");
  private static final AgentNo CHIEF = new AgentNo("2001");
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000009");
  private static final Leg CALLER = leg("PJSIP/trunk-1", "vl1-1.1", Optional.empty());
  private static final Leg PHONE = leg("PJSIP/1001-1", "vl1-1.2", Optional.of(ALICE));
  private static final Leg THIRD = leg("PJSIP/trunk-2", "vl1-1.3", Optional.empty());
  private static final long SOON = 5_000;

  private final TalkSwitch lines = mock(TalkSwitch.class);
  private final AgentDesk desks = mock(AgentDesk.class);
  private final TalkLog log = mock(TalkLog.class);
  private final TalkObserver observer = mock(TalkObserver.class);
  private final Talks talks =
      new Talks(
          new TalkNeighbours(
              lines,
              mock(Routing.class),
              mock(AgentCommands.class),
              desks,
              log,
              mock(Recorder.class),
              observer,
              InstantSource.system()));
  private final Reach reach = new Reach(talks, Set.of(Role.AGENT), Set::of);
  private final TalkDesk desk = new TalkDesk(talks, reach, CALL::equals);
  private final SupervisorDesk supervisors =
      new SupervisorDesk(talks, reach, mock(WaitingLine.class), mock(SignIn.class));

  @BeforeEach
  void aTalkOfAlice() {
    when(desks.agents()).thenReturn(List.of(live(ALICE, true), live(CHIEF, true)));
    when(lines.leg(CALL.value())).thenReturn(Optional.of(CALLER));
    when(lines.phone(ALICE, CALL)).thenReturn(Optional.of(PHONE));
    when(lines.phones(CALL)).thenReturn(List.of(PHONE));
    when(lines.others(CALL)).thenReturn(List.of(PHONE));
    when(lines.keep(CALL)).thenReturn(true);
    when(lines.move(any(), any(), any(), any())).thenReturn(true);
    when(lines.ring(any(), any(), any(), any(), any(), any())).thenReturn(true);
    when(log.began(any())).thenReturn(7L, 8L, 9L);
  }

  @AfterEach
  void close() {
    talks.close();
  }

  @Test
  void somebodyOutsideIsInItUntilTheyHangUp() throws Refused {
    desk.consult(account(ALICE), CALL, new Target.Outside(NUMBER), Optional.empty());
    talks.dialled(PHONE.id(), THIRD);
    talks.dialEnded(PHONE.id(), THIRD, RingResult.TALKED);
    verify(log, timeout(SOON)).answered(eq(CALL), anyLong(), any());
    assertThat(desk.view(CALL).outside()).as("whom the agent only asks").isEmpty();
    when(lines.others(CALL)).thenReturn(List.of(PHONE, THIRD));

    assertThat(desk.conference(ALICE, CALL).outside()).containsExactly(NUMBER);
    talks.joined(PHONE, CALL);
    verify(observer, timeout(SOON)).changed(any(), eq(TalkChange.JOINED), eq(ALICE));
    verify(log, never()).ended(eq(CALL), eq(8L), any(), any());
    assertThat(desk.view(CALL).outside()).containsExactly(NUMBER);

    when(lines.others(CALL)).thenReturn(List.of(PHONE));
    talks.gone(THIRD);
    verify(observer, timeout(SOON)).changed(any(), eq(TalkChange.LEFT), eq(ALICE));
    verify(log, timeout(SOON)).ended(eq(CALL), eq(8L), eq(PartEnd.DONE), any());
    assertThat(desk.view(CALL).outside()).isEmpty();
  }

  @Test
  void aSupervisorIsToldWhoseTalkTheOwnPhoneIsIn() throws Refused {
    assertThat(supervisors.current(account(CHIEF))).isEmpty();
    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.MONITOR);
    assertThat(supervisors.current(account(CHIEF))).as("while it rings").isEmpty();

    var id = ArgumentCaptor.forClass(String.class);
    verify(lines).ring(eq(CHIEF), id.capture(), any(), eq(Spot.SPY), eq(CALL), any());
    Leg phone = leg("PJSIP/2001-1", id.getValue(), Optional.of(CHIEF));
    when(lines.leg(phone.id())).thenReturn(Optional.of(phone));
    assertThat(supervisors.current(account(CHIEF)))
        .contains(new Supervision(CALL, ALICE, PartKind.MONITOR));

    Leg after = leg("PJSIP/2001-2", "vl1-1.9", Optional.of(CHIEF));
    when(lines.leg(phone.id())).thenReturn(Optional.empty());
    when(lines.leg(after.id())).thenReturn(Optional.of(after));
    talks.replaced(phone.id(), after);
    talks.inPlace(after);
    verify(lines, timeout(SOON)).move(eq(after), eq(Spot.SPY), eq(CALL), any());
    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.WHISPER);
    assertThat(supervisors.current(account(CHIEF)))
        .contains(new Supervision(CALL, ALICE, PartKind.WHISPER));

    when(lines.leg(after.id())).thenReturn(Optional.empty());
    talks.gone(after);
    assertThat(supervisors.current(account(CHIEF))).isEmpty();
    refused(Refused.Reason.FORBIDDEN, () -> supervisors.current(account(ALICE)));
  }

  @Test
  void anEngineThatJustStartedKnowsFromTheSupervisorsChannelWhoseTalkItIsIn() throws Refused {
    Leg phone = found("PJSIP/2001-1", true, "WHISPER 1001 vl1-1.1");
    when(lines.isAt(phone, Spot.SPY)).thenReturn(true);
    talks.found(phone);
    verify(observer, timeout(SOON)).supervised(CALL, CHIEF, ALICE, PartKind.WHISPER, true);
    assertThat(supervisors.current(account(CHIEF)))
        .contains(new Supervision(CALL, ALICE, PartKind.WHISPER));
    verify(lines, timeout(SOON)).move(eq(phone), eq(Spot.SPY), eq(CALL), any());

    supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.MONITOR);
    verify(lines, never()).ring(any(), any(), any(), any(), any(), any());
    supervisors.leave(account(CHIEF), CALL);
    verify(lines).hangUp(phone);
    when(lines.leg(phone.id())).thenReturn(Optional.empty());
    talks.gone(phone);
    verify(observer, timeout(SOON)).supervised(CALL, CHIEF, ALICE, PartKind.MONITOR, false);
  }

  @Test
  void aListAfterAGapTellsNothingNewOfWhoSupervises() throws Refused {
    Leg phone = found("PJSIP/2001-1", true, "BARGE 1001 vl1-1.1");
    talks.found(phone);
    verify(observer, timeout(SOON)).supervised(CALL, CHIEF, ALICE, PartKind.BARGE, true);
    talks.found(phone);
    verify(lines, timeout(SOON).times(2)).fact(phone, "VL_SUPERVISES");
    talks.gone(phone);
    verify(observer, timeout(SOON)).supervised(CALL, CHIEF, ALICE, PartKind.BARGE, false);
    verify(log).began(any());
    verify(lines, never()).move(any(), any(), any(), any());
  }

  @Test
  void whoWasRungToInterceptWhenTheEngineDiedStillHasTheAgentsPlaceOnceIn() {
    Leg phone = found("PJSIP/2001-1", false, "INTERCEPT 1001 vl1-1.1");
    talks.found(phone);
    verify(log, timeout(SOON)).began(any());
    await().until(() -> talks.find(CALL).filter(it -> !it.watches.isEmpty()).isPresent());
    verify(observer, never()).supervised(any(), any(), any(), any(), anyBoolean());
    talks.joined(phone, CALL);
    verify(lines, timeout(SOON)).hangUp(PHONE);
  }

  @Test
  void whoWasInTheAgentsPlaceWhenTheEngineDiedMayTakeTheAgentInAgain() {
    Leg phone = found("PJSIP/2001-1", true, "INTERCEPT 1001 vl1-1.1");
    talks.found(phone);
    verify(observer, timeout(SOON)).supervised(CALL, CHIEF, ALICE, PartKind.INTERCEPT, true);
    talks.joined(phone, CALL);
    verify(observer, timeout(SOON)).changed(any(), eq(TalkChange.JOINED), eq(CHIEF));
    verify(lines, never()).hangUp(any());
  }

  @Test
  void whoHungUpWhileTheEngineAskedIsForgottenAtOnce() throws Refused {
    Leg phone = found("PJSIP/2001-1", true, "MONITOR 1001 vl1-1.1");
    when(lines.leg(phone.id())).thenReturn(Optional.empty());
    talks.found(phone);
    verify(log, timeout(SOON)).ended(eq(CALL), anyLong(), eq(PartEnd.DONE), any());
    assertThat(supervisors.current(account(CHIEF))).isEmpty();
  }

  @Test
  void aPhoneInATalkWithoutAWordOfSupervisionSupervisesNobody() throws Refused {
    Leg plain = found("PJSIP/2001-1", true, "");
    talks.found(plain);
    Leg strange = found("PJSIP/2001-2", true, "CONSULT 1001 vl1-1.1");
    talks.found(strange);
    verify(lines, timeout(SOON)).fact(strange, "VL_SUPERVISES");
    assertThat(supervisors.current(account(CHIEF))).isEmpty();
    verify(log, never()).began(any());
  }

  /** A channel of the supervisor's phone, as an engine that just started finds it. */
  private Leg found(String channel, boolean up, String says) {
    var phone = new Leg(channel, "desk-" + channel, CALL, Optional.of(CHIEF), up);
    when(lines.leg(phone.id())).thenReturn(Optional.of(phone));
    when(lines.hangUp(phone)).thenReturn(true);
    when(lines.fact(phone, "VL_SUPERVISES"))
        .thenReturn(Optional.of(says).filter(it -> !it.isEmpty()));
    return phone;
  }

  @Test
  void aPhoneThatIsNotRegisteredIsNotRung() {
    when(desks.agents()).thenReturn(List.of(live(ALICE, true), live(CHIEF, false)));
    refused(
        Refused.Reason.PHONE_NOT_REACHABLE,
        () -> supervisors.watch(account(CHIEF), CALL, ALICE, PartKind.MONITOR));
    verify(lines, never()).ring(any(), any(), any(), any(), any(), any());
  }

  private static void refused(Refused.Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Leg leg(String channel, String id, Optional<AgentNo> agent) {
    return new Leg(channel, id, CALL, agent, true);
  }

  private static Account account(AgentNo agent) {
    Role role = agent.equals(CHIEF) ? Role.SUPERVISOR : Role.AGENT;
    return new Account(agent, "name", role, PhoneKind.WEBRTC, List.of(), new Secret("secret"));
  }

  private static Agent live(AgentNo agent, boolean reachable) {
    return new Agent(
        account(agent),
        new AgentView(
            agent,
            AgentState.TALKING,
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            reachable,
            Optional.of(CALL)));
  }
}
