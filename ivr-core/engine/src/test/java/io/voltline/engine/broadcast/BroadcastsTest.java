package io.voltline.engine.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.dispatch.AgentView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BroadcastsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final QueueId FAULT = new QueueId("fault");
  private static final Account FITTER = account("1001", Role.AGENT, "fault");
  private static final Account CLERK = account("1002", Role.AGENT, "inquiry");
  private static final Account ABSENT = account("1003", Role.AGENT, "fault");
  private static final Account SUPERVISOR = account("2001", Role.SUPERVISOR, "fault");
  private final BroadcastBook book = mock();
  private final AgentDesk agents = mock();
  private final EventSink sink = mock();
  private final Broadcasts broadcasts =
      new Broadcasts(
          book, agents, () -> Map.of(FAULT, Demand.of(new SkillId("fault"))), sink, () -> NOW);

  @BeforeEach
  void floor() {
    when(agents.agents())
        .thenReturn(
            List.of(
                agent(FITTER, AgentState.TALKING),
                agent(CLERK, AgentState.IDLE),
                agent(ABSENT, AgentState.SIGNED_OUT),
                agent(SUPERVISOR, AgentState.IDLE)));
  }

  @Test
  void itIsToldAtOnceToWhoeverItIsForAndSignedIn() throws Exception {
    Broadcast kept = kept(new Audience.QueueAgents(FAULT));
    when(book.add(any(), any(), any())).thenReturn(kept);
    Tally tally = broadcasts.send(SUPERVISOR, wish(" 台区检修 ", new Audience.QueueAgents(FAULT)));

    var end = Optional.of(NOW.plus(Duration.ofHours(24)));
    verify(book)
        .add(
            new Broadcast.Wish(
                "台区检修", Broadcast.Level.URGENT, new Audience.QueueAgents(FAULT), end),
            SUPERVISOR.agentNo(),
            NOW);
    var event = new DeskEvent.BroadcastSent(NOW, kept);
    verify(sink).toAgent(FITTER.agentNo(), event);
    verify(sink, never()).toAgent(CLERK.agentNo(), event);
    verify(sink, never()).toAgent(ABSENT.agentNo(), event);
    verify(sink).toSupervisors(event);
    assertThat(tally).isEqualTo(new Tally(kept, List.of(), List.of(FITTER)));
  }

  @Test
  void onlySupervisorsSendWithdrawAndCount() throws Exception {
    refused(Refused.Reason.FORBIDDEN, () -> broadcasts.send(FITTER, wish("x", everybody())));
    refused(Refused.Reason.FORBIDDEN, () -> broadcasts.withdraw(FITTER, 7));
    refused(Refused.Reason.FORBIDDEN, () -> broadcasts.list(FITTER));
    verify(book, never()).add(any(), any(), any());
    verify(book, never()).withdraw(7, FITTER.agentNo(), NOW);
  }

  @Test
  void whatCannotBeMeantIsRefusedByName() {
    invalid("/text", wish("  ", everybody()));
    invalid("/queue", wish("x", new Audience.QueueAgents(new QueueId("gone"))));
    invalid("/agentNo", wish("x", new Audience.OneAgent(new AgentNo("1999"))));
    invalid("/agentNo", wish("x", new Audience.OneAgent(SUPERVISOR.agentNo())));
    invalid(
        "/until", new Broadcast.Wish("x", Broadcast.Level.PLAIN, everybody(), Optional.of(NOW)));
  }

  @Test
  void aDeskThatOpensLaterIsToldWhatIsForItOnly() {
    Broadcast fault = kept(new Audience.QueueAgents(FAULT));
    Broadcast own = kept(new Audience.OneAgent(CLERK.agentNo()));
    when(book.unread(any(), any())).thenReturn(List.of(fault, own));
    assertThat(broadcasts.unread(ABSENT)).containsExactly(fault);
    assertThat(broadcasts.unread(CLERK)).containsExactly(own);
    assertThat(broadcasts.unread(SUPERVISOR)).isEmpty();
  }

  @Test
  void aCertificateThatIsOverReachesNobody() {
    var past = OptionalLong.of(NOW.toEpochMilli());
    var account =
        new Account(
            new AgentNo("1004"),
            "测试",
            Role.AGENT,
            PhoneKind.SIP,
            List.of(new Certificate(new SkillId("fault"), 5, false, past)),
            new Secret("x"));
    when(book.unread(any(), any())).thenReturn(List.of(kept(new Audience.QueueAgents(FAULT))));
    assertThat(broadcasts.unread(account)).isEmpty();
  }

  @Test
  void whoHasReadItIsToldToSupervisors() throws Exception {
    when(book.find(7, NOW)).thenReturn(Optional.of(kept(new Audience.QueueAgents(FAULT))));
    broadcasts.read(FITTER, 7);
    verify(book).read(7, FITTER.agentNo(), NOW);
    var event = new DeskEvent.BroadcastRead(NOW, 7, FITTER);
    verify(sink).toSupervisors(event);
    verify(sink).toAgent(FITTER.agentNo(), event);
  }

  @Test
  void whatIsForOthersOrOverCannotBeRead() throws Exception {
    when(book.find(7, NOW)).thenReturn(Optional.of(kept(new Audience.QueueAgents(FAULT))));
    refused(Refused.Reason.NOT_FOUND, () -> broadcasts.read(CLERK, 7));
    refused(Refused.Reason.NOT_FOUND, () -> broadcasts.read(SUPERVISOR, 7));
    refused(Refused.Reason.NOT_FOUND, () -> broadcasts.read(FITTER, 8));
    verify(book, never()).read(7, CLERK.agentNo(), NOW);
  }

  @Test
  void supervisorsSeeWhoHasReadItAndWhoOfThoseSignedInHasNot() throws Exception {
    Broadcast everybody = kept(everybody());
    when(book.since(any(), anyInt())).thenReturn(List.of(everybody));
    when(book.readers(List.of(everybody)))
        .thenReturn(Map.of(7L, Map.of(ABSENT.agentNo(), NOW.minusSeconds(5))));
    assertThat(broadcasts.list(SUPERVISOR))
        .containsExactly(
            new Tally(
                everybody,
                List.of(new Tally.Reader(ABSENT, NOW.minusSeconds(5))),
                List.of(FITTER, CLERK)));
  }

  @Test
  void whatIsWithdrawnLeavesEveryDesk() throws Exception {
    when(book.withdraw(7, SUPERVISOR.agentNo(), NOW)).thenReturn(true, false);
    broadcasts.withdraw(SUPERVISOR, 7);
    verify(sink).toAll(new DeskEvent.BroadcastWithdrawn(NOW, 7));
    refused(Refused.Reason.NOT_FOUND, () -> broadcasts.withdraw(SUPERVISOR, 7));
  }

  private void invalid(String field, Broadcast.Wish wish) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> broadcasts.send(SUPERVISOR, wish))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Refused.Reason.INVALID))
        .withMessageStartingWith(field + ": ");
    verify(book, never()).add(any(), any(), any());
  }

  private static void refused(Refused.Reason reason, ThrowingCallable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act)
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static Audience everybody() {
    return new Audience.Everybody();
  }

  private static Broadcast.Wish wish(String text, Audience to) {
    return new Broadcast.Wish(text, Broadcast.Level.URGENT, to, Optional.empty());
  }

  private static Broadcast kept(Audience to) {
    return new Broadcast(
        7,
        "台区检修",
        Broadcast.Level.URGENT,
        to,
        SUPERVISOR.agentNo(),
        NOW,
        NOW.plusSeconds(60),
        Optional.empty());
  }

  private static Agent agent(Account account, AgentState state) {
    return new Agent(
        account,
        new AgentView(
            account.agentNo(),
            state,
            Optional.empty(),
            NOW,
            Optional.empty(),
            true,
            Optional.empty()));
  }

  private static Account account(String no, Role role, String skill) {
    return new Account(
        new AgentNo(no),
        "测试" + no,
        role,
        PhoneKind.SIP,
        List.of(Certificate.of(new SkillId(skill), 5)),
        new Secret("x"));
  }
}
