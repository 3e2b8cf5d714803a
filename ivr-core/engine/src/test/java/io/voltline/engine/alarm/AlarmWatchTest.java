package io.voltline.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmKind;
import io.voltline.domain.alarm.AlarmRule;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.talk.TalkObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AlarmWatchTest {
  private static final AlarmRule RULE =
      new AlarmRule(
          60,
          40,
          10,
          6,
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10));
  private static final Account AGENT = account("1001", Role.AGENT);
  private static final Account SUPERVISOR = account("2001", Role.SUPERVISOR);
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final QueueId FAULT = new QueueId("fault");
  private Instant now = Instant.parse("2026-11-21T20:00:00Z");
  private final AgentDesk agents = mock();
  private final LiveView live = mock();
  private final AlarmBook book = mock();
  private final EventSink sink = mock();
  private final TalkObserver talks = mock();
  private final AtomicBoolean database = new AtomicBoolean(true);
  private final HelpCalls helps = new HelpCalls(talks, live);
  private final AlarmWatch watch =
      new AlarmWatch(
          new FloorSight(
              agents,
              live,
              _ -> Duration.ofSeconds(12),
              helps,
              new PartWatch(Map.of("database", database::get))),
          RULE,
          book,
          sink,
          () -> now,
          ZoneOffset.ofHours(8));

  @AfterEach
  void stop() {
    watch.close();
  }

  @Test
  void callersForWhomNobodyIsSignedInAreToldToWallsAndKept() throws Exception {
    queue(0, Optional.of(now));
    look(1);
    verify(sink, never()).toFloorWatchers(any());
    look(1);
    Alarm alarm = only(AlarmKind.NOBODY_SIGNED_IN, "fault");
    verify(book).raised(alarm);
    verify(sink).toFloorWatchers(new DeskEvent.AlarmsChanged(now, List.of(alarm)));
    clearInvocations(sink);
    look(1);
    verify(sink, never()).toFloorWatchers(any());

    queue(0, Optional.empty());
    look(1);
    look(10);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();
    verify(sink).toFloorWatchers(new DeskEvent.AlarmsChanged(now, List.of()));
    verify(book).cleared(any(), any());
  }

  @Test
  void aQueueWithAgentsIsMeasuredByItsPromise() throws Exception {
    queue(2, Optional.of(now.minusSeconds(11)));
    look(1);
    only(AlarmKind.PROMISE_BROKEN, "fault");
  }

  @Test
  void aRestBeyondWhatWasAllowedIsAnAlarm() throws Exception {
    is(AgentState.BUSY, Optional.of(BusyReason.MEAL), Optional.of(now));
    look(59);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();
    look(1);
    only(AlarmKind.REST_TOO_LONG, "1001");
    is(AgentState.BUSY, Optional.of(BusyReason.TRAINING), Optional.of(now.minusSeconds(90)));
    look(1);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();
  }

  @Test
  void afterCallWorkIsMeasuredFromItsBeginning() throws Exception {
    is(AgentState.ACW, Optional.empty(), Optional.empty());
    look(300);
    only(AlarmKind.WRAP_UP_TOO_LONG, "1001");
  }

  @Test
  void helpIsAskedForUntilASupervisorComesOrTheTalkIsOver() throws Exception {
    is(AgentState.TALKING, Optional.empty(), Optional.empty());
    helps.helpAsked(CALL, AGENT.agentNo());
    verify(talks).helpAsked(CALL, AGENT.agentNo());
    look(1);
    only(AlarmKind.HELP_ASKED, "1001");
    helps.supervised(CALL, SUPERVISOR.agentNo(), AGENT.agentNo(), PartKind.WHISPER, true);
    verify(talks).supervised(CALL, SUPERVISOR.agentNo(), AGENT.agentNo(), PartKind.WHISPER, true);
    look(1);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();

    helps.helpAsked(CALL, AGENT.agentNo());
    look(1);
    only(AlarmKind.HELP_ASKED, "1001");
    is(AgentState.ACW, Optional.empty(), Optional.empty());
    look(1);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();
  }

  @Test
  void aPartThatIsAwayIsToldThoughAccountsCannotBeRead() throws Exception {
    when(agents.agents()).thenThrow(new Unavailable("database"));
    database.set(false);
    look(1);
    look(4);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();
    look(1);
    only(AlarmKind.PART_DOWN, "database");
    database.set(true);
    look(1);
    look(10);
    assertThat(watch.raised(SUPERVISOR)).isEmpty();
  }

  @Test
  void whoTakesCareOfItIsToldAndKept() throws Exception {
    queue(2, Optional.of(now.minusSeconds(20)));
    look(1);
    var key = new AlarmKey(AlarmKind.PROMISE_BROKEN, "fault");
    watch.acknowledge(SUPERVISOR, key);
    Alarm alarm = only(AlarmKind.PROMISE_BROKEN, "fault");
    assertThat(alarm.acknowledged()).contains(new Alarm.Acknowledged(SUPERVISOR.agentNo(), now));
    verify(book).acknowledged(alarm);
    verify(sink).toFloorWatchers(new DeskEvent.AlarmsChanged(now, List.of(alarm)));
    refused(
        Refused.Reason.NOT_FOUND,
        () -> watch.acknowledge(SUPERVISOR, new AlarmKey(AlarmKind.PART_DOWN, "redis")));
  }

  @Test
  void onlySupervisorsSeeAlarms() {
    var key = new AlarmKey(AlarmKind.PART_DOWN, "database");
    refused(Refused.Reason.FORBIDDEN, () -> watch.raised(AGENT));
    refused(Refused.Reason.FORBIDDEN, () -> watch.today(AGENT));
    refused(Refused.Reason.FORBIDDEN, () -> watch.acknowledge(AGENT, key));
  }

  @Test
  void todayBeginsAtMidnightOfTheHouse() throws Exception {
    when(book.since(any(), anyInt())).thenReturn(List.of());
    assertThat(watch.today(SUPERVISOR)).isEmpty();
    verify(book).since(Instant.parse("2026-11-21T16:00:00Z"), 200);
  }

  private void look(int secondsLater) {
    now = now.plusSeconds(secondsLater);
    watch.look();
  }

  private Alarm only(AlarmKind kind, String subject) throws Refused {
    List<Alarm> raised = watch.raised(SUPERVISOR);
    assertThat(raised).extracting(Alarm::key).containsExactly(new AlarmKey(kind, subject));
    return raised.getFirst();
  }

  private void queue(int signedIn, Optional<Instant> oldest) {
    int waiting = oldest.isPresent() ? 1 : 0;
    when(live.queues())
        .thenReturn(List.of(new QueueView(FAULT, waiting, oldest, 0, 0, signedIn, 0)));
  }

  private void is(AgentState state, Optional<BusyReason> reason, Optional<Instant> until) {
    var view = new AgentView(AGENT.agentNo(), state, reason, now, until, true, Optional.of(CALL));
    when(agents.agents()).thenReturn(List.of(new Agent(AGENT, view)));
    when(live.agent(AGENT.agentNo())).thenReturn(Optional.of(view));
  }

  private static void refused(Refused.Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Account account(String no, Role role) {
    return new Account(new AgentNo(no), "测试" + no, role, PhoneKind.SIP, List.of(), new Secret("x"));
  }
}
