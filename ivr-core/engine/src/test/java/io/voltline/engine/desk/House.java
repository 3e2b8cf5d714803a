package io.voltline.engine.desk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.rules.ReasonForm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The desk's parts around doubles of its neighbours, with a clock that only the test moves. */
final class House {
  static final AgentNo AGENT = new AgentNo("1001");
  static final AgentNo SUPERVISOR = new AgentNo("2001");
  static final CallId CALL = new CallId("vl1-1.1");
  static final Duration LIFE = Duration.ofHours(12);
  static final Duration WINDOW = Duration.ofMinutes(1);
  static final int ATTEMPTS = 3;

  Instant now = Instant.parse("2026-11-21T10:00:00Z");
  final InstantSource clock = () -> now;
  final Accounts store = mock();
  final AgentCommands routing = mock();
  final LiveView live = mock();
  final EventSink sink = mock();
  final CustomerViews customers = mock();
  final SharedSessions shared = new SharedSessions();
  final SharedPresences presences = new SharedPresences();

  final AccountBook accounts = new AccountBook(store);
  final SessionBook sessions = new SessionBook(shared, LIFE, clock);
  final PresenceBook presenceBook = new PresenceBook(presences);
  final Pops pops = new Pops();
  final BusyReasons reasons = new BusyReasons(ReasonForm.USUAL, sink, clock);
  final AgentStates states = new AgentStates(accounts, routing, live, reasons, now);
  final SignInDesk signIn =
      new SignInDesk(
          accounts,
          sessions,
          new SignInAttempts(ATTEMPTS, WINDOW, clock),
          states,
          pops,
          sink,
          clock);
  final Announcer announcer =
      new Announcer(
          sink,
          customers,
          accounts,
          presenceBook,
          pops,
          _ -> Duration.ofSeconds(12),
          clock,
          Runnable::run);

  House() {
    Account agent = account(AGENT, Role.AGENT);
    Account supervisor = account(SUPERVISOR, Role.SUPERVISOR);
    when(store.find(AGENT)).thenReturn(Optional.of(agent));
    when(store.find(SUPERVISOR)).thenReturn(Optional.of(supervisor));
    when(store.all()).thenReturn(List.of(agent, supervisor));
    when(store.verify(any(), any())).thenAnswer(call -> "right".equals(call.getArgument(1)));
    when(routing.signIn(any(), any()))
        .thenAnswer(call -> view(call.getArgument(0), AgentState.BUSY, Optional.empty()));
    when(live.agent(any())).thenReturn(Optional.empty());
    when(live.queues()).thenReturn(List.of());
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  AgentView view(AgentNo agent, AgentState state, Optional<CallId> call) {
    return new AgentView(agent, state, Optional.empty(), now, Optional.empty(), true, call);
  }

  static Account account(AgentNo agent, Role role) {
    return new Account(
        agent,
        "测试" + agent,
        role,
        PhoneKind.WEBRTC,
        List.of(Certificate.of(new SkillId("general"), 5)),
        new Secret("s"));
  }
}
