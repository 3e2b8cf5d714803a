package io.voltline.engine.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.Refusal;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.BusyReasons;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.RestRequest;
import io.voltline.engine.desk.RestRequest.Answer;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.RequestRefused;
import io.voltline.engine.rules.ReasonForm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RestRequestsTest {
  private static final Account AGENT = account("1001", Role.AGENT);
  private static final Account OTHER = account("1002", Role.AGENT);
  private static final Account SUPERVISOR = account("2001", Role.SUPERVISOR);
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final AgentCommands routing = mock();
  private final LiveView live = mock();
  private final EventSink sink = mock();
  private final Deeds deeds = mock();
  private final BusyReasons reasons = new BusyReasons(ReasonForm.USUAL, sink, () -> now);
  private final RestBook book = mock();
  private final RestRequests rests = engine();

  @BeforeEach
  void signedIn() {
    is(AGENT, AgentState.IDLE, Optional.empty());
    is(OTHER, AgentState.IDLE, Optional.empty());
  }

  @AfterEach
  void stop() {
    rests.close();
  }

  @Test
  void aSupervisorGrantsWhatAnAgentAsksForAndBothAreTold() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.MEAL, 30);
    assertThat(asked.until()).isEqualTo(now.plus(Duration.ofMinutes(5)));
    rests.answer(SUPERVISOR, AGENT.agentNo(), true);

    var told = inOrder(sink, routing, deeds);
    told.verify(sink).toAgent(AGENT.agentNo(), new DeskEvent.RestAsked(now, asked));
    told.verify(sink).toSupervisors(new DeskEvent.RestAsked(now, asked));
    told.verify(routing).grant(AGENT.agentNo(), asked.state());
    told.verify(deeds).done(SUPERVISOR.agentNo(), "REST_GRANTED", asked, now);
    var answered = answered(asked, Answer.GRANTED, Optional.of(SUPERVISOR.agentNo()));
    told.verify(sink).toAgent(AGENT.agentNo(), answered);
    told.verify(sink).toSupervisors(answered);
    assertThat(rests.open(SUPERVISOR)).isEmpty();
  }

  @Test
  void aDenialChangesNoState() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.SHORT_BREAK, 10);
    rests.answer(SUPERVISOR, AGENT.agentNo(), false);
    verify(routing, never()).grant(any(), any());
    verify(sink)
        .toAgent(
            AGENT.agentNo(), answered(asked, Answer.DENIED, Optional.of(SUPERVISOR.agentNo())));
  }

  @Test
  void theSlowerOfTwoSupervisorsIsToldSo() throws Exception {
    rests.ask(AGENT, BusyReason.MEAL, 30);
    rests.answer(SUPERVISOR, AGENT.agentNo(), false);
    refused(Refused.Reason.NOT_FOUND, () -> rests.answer(SUPERVISOR, AGENT.agentNo(), true));
    verify(routing, never()).grant(any(), any());
  }

  @Test
  void anAgentSeesTheOwnRequestOnlyAndAsksOneAtATime() throws Exception {
    rests.ask(AGENT, BusyReason.MEAL, 30);
    now = now.plusSeconds(1);
    RestRequest later = rests.ask(AGENT, BusyReason.SHORT_BREAK, 5);
    RestRequest others = rests.ask(OTHER, BusyReason.MEAL, 20);
    assertThat(rests.open(AGENT)).containsExactly(later);
    assertThat(rests.open(SUPERVISOR)).containsExactly(later, others);
  }

  @Test
  void whatNobodyAnswersIsGivenUp() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.MEAL, 30);
    now = asked.until().minusMillis(1);
    rests.settle();
    assertThat(rests.open(AGENT)).containsExactly(asked);
    now = asked.until();
    rests.settle();
    assertThat(rests.open(AGENT)).isEmpty();
    verify(sink).toAgent(AGENT.agentNo(), answered(asked, Answer.EXPIRED, Optional.empty()));
  }

  @Test
  void whoeverRestsByNowOrSignedOutAsksNoMore() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.MEAL, 30);
    RestRequest others = rests.ask(OTHER, BusyReason.MEAL, 30);
    is(AGENT, AgentState.BUSY, Optional.of(BusyReason.MEAL));
    is(OTHER, AgentState.SIGNED_OUT, Optional.empty());
    rests.settle();
    verify(sink).toAgent(AGENT.agentNo(), answered(asked, Answer.WITHDRAWN, Optional.empty()));
    verify(sink).toAgent(OTHER.agentNo(), answered(others, Answer.WITHDRAWN, Optional.empty()));
  }

  @Test
  void anAgentWithdraws() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.MEAL, 30);
    rests.withdraw(AGENT);
    rests.withdraw(AGENT);
    verify(sink).toAgent(AGENT.agentNo(), answered(asked, Answer.WITHDRAWN, Optional.empty()));
  }

  @Test
  void whoeverSignedOutMeanwhileIsGrantedNothing() throws Exception {
    rests.ask(AGENT, BusyReason.MEAL, 30);
    when(routing.grant(any(), any())).thenThrow(new RequestRefused(Refusal.NOT_SIGNED_IN));
    refused(Refused.Reason.INVALID_STATE, () -> rests.answer(SUPERVISOR, AGENT.agentNo(), true));
    assertThat(rests.open(SUPERVISOR)).isEmpty();
    verify(deeds, never()).done(any(), any(), any(), any());
  }

  @Test
  void aBusyDispatcherLosesNoRequest() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.MEAL, 30);
    when(routing.grant(any(), any())).thenThrow(new Overloaded("full"));
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> rests.answer(SUPERVISOR, AGENT.agentNo(), true));
    assertThat(rests.open(SUPERVISOR)).containsExactly(asked);
  }

  @Test
  void nobodyElseAsksOrAnswers() throws Exception {
    rests.ask(AGENT, BusyReason.MEAL, 30);
    refused(Refused.Reason.FORBIDDEN, () -> rests.ask(SUPERVISOR, BusyReason.MEAL, 30));
    refused(Refused.Reason.FORBIDDEN, () -> rests.answer(AGENT, AGENT.agentNo(), true));
    refused(Refused.Reason.INVALID, () -> rests.ask(AGENT, BusyReason.TRAINING, 30));
    is(OTHER, AgentState.SIGNED_OUT, Optional.empty());
    refused(Refused.Reason.INVALID_STATE, () -> rests.ask(OTHER, BusyReason.MEAL, 30));
  }

  @Test
  void aReasonThatNeedsApprovalIsAskedForUntilTheAgentIsThatBusy() throws Exception {
    var training =
        new ReasonForm(BusyReason.TRAINING, true, Optional.empty(), Optional.of(60), true);
    reasons.follow(List.of(training));
    refused(Refused.Reason.INVALID, () -> rests.ask(AGENT, BusyReason.TRAINING, 61));
    RestRequest asked = rests.ask(AGENT, BusyReason.TRAINING, 60);
    is(AGENT, AgentState.BUSY, Optional.of(BusyReason.MEAL));
    rests.settle();
    assertThat(rests.open(SUPERVISOR)).containsExactly(asked);
    is(AGENT, AgentState.BUSY, Optional.of(BusyReason.TRAINING));
    rests.settle();
    assertThat(rests.open(SUPERVISOR)).isEmpty();
  }

  @Test
  void whatIsAskedForIsKeptUntilItIsAnsweredOrGivenUp() throws Exception {
    RestRequest asked = rests.ask(AGENT, BusyReason.MEAL, 30);
    verify(book).asked(asked);
    doThrow(new Overloaded("full")).when(routing).grant(any(), any());
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> rests.answer(SUPERVISOR, AGENT.agentNo(), true));
    verify(book, never()).ended(any());
    rests.answer(SUPERVISOR, AGENT.agentNo(), false);
    verify(book).ended(AGENT.agentNo());

    rests.ask(OTHER, BusyReason.MEAL, 30);
    is(OTHER, AgentState.SIGNED_OUT, Optional.empty());
    rests.settle();
    verify(book).ended(OTHER.agentNo());
  }

  @Test
  void anEngineThatStartsKnowsWhatWasAskedBeforeAndTellsBoth() throws Exception {
    RestRequest asked = asked(AGENT, now.minusSeconds(60));
    when(book.open()).thenThrow(new Unavailable("database")).thenReturn(List.of(asked));
    when(live.agent(AGENT.agentNo())).thenReturn(Optional.empty());
    rests.beat();
    assertThat(rests.open(SUPERVISOR)).isEmpty();
    rests.beat();
    rests.beat();
    is(AGENT, AgentState.SIGNED_OUT, Optional.empty());
    rests.beat();
    assertThat(rests.open(AGENT)).as("not signed in again yet").containsExactly(asked);
    verify(sink).toAgent(AGENT.agentNo(), new DeskEvent.RestAsked(now, asked));
    verify(sink).toSupervisors(new DeskEvent.RestAsked(now, asked));
    verify(book, times(2)).open();

    is(AGENT, AgentState.IDLE, Optional.empty());
    rests.beat();
    rests.answer(SUPERVISOR, AGENT.agentNo(), true);
    verify(routing).grant(AGENT.agentNo(), asked.state());
    verify(book).ended(AGENT.agentNo());
  }

  @Test
  void whoeverIsSignedInAgainAndSignsOutAsksNoMore() {
    RestRequest asked = asked(AGENT, now.minusSeconds(60));
    when(book.open()).thenReturn(List.of(asked));
    is(AGENT, AgentState.SIGNED_OUT, Optional.empty());
    rests.beat();
    rests.beat();
    is(AGENT, AgentState.IDLE, Optional.empty());
    rests.beat();
    assertThat(rests.open(SUPERVISOR)).containsExactly(asked);
    is(AGENT, AgentState.SIGNED_OUT, Optional.empty());
    rests.beat();
    verify(sink).toAgent(AGENT.agentNo(), answered(asked, Answer.WITHDRAWN, Optional.empty()));
    verify(book).ended(AGENT.agentNo());
  }

  @Test
  void whatNobodyAnsweredInTimeBecauseNoEngineRanIsGivenUp() {
    RestRequest asked = asked(AGENT, now.minus(Duration.ofMinutes(6)));
    when(book.open()).thenReturn(List.of(asked));
    rests.beat();
    rests.beat();
    verify(sink).toAgent(AGENT.agentNo(), answered(asked, Answer.EXPIRED, Optional.empty()));
    verify(book).ended(AGENT.agentNo());
    assertThat(rests.open(SUPERVISOR)).isEmpty();
  }

  @Test
  void whoeverAskedAnewOrWithdrewBeforeItWasRememberedIsNotOverruled() throws Exception {
    RestRequest anew = rests.ask(AGENT, BusyReason.SHORT_BREAK, 10);
    when(book.open()).thenReturn(List.of(asked(AGENT, now.minusSeconds(60))));
    rests.withdraw(OTHER);
    verify(book).ended(OTHER.agentNo());
    rests.beat();
    assertThat(rests.open(SUPERVISOR)).containsExactly(anew);
  }

  private static RestRequest asked(Account by, Instant at) {
    return new RestRequest(
        by.agentNo(), by.name(), BusyReason.MEAL, 30, at, at.plus(Duration.ofMinutes(5)));
  }

  private RestRequests engine() {
    return new RestRequests(routing, live, sink, deeds, reasons, book, () -> now);
  }

  private interface Asked {
    void of() throws Refused;
  }

  private static void refused(Refused.Reason reason, Asked asked) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(asked::of)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  private DeskEvent answered(RestRequest request, Answer answer, Optional<AgentNo> by) {
    return new DeskEvent.RestAnswered(now, request, answer, by);
  }

  private void is(Account account, AgentState state, Optional<BusyReason> reason) {
    var view =
        new AgentView(
            account.agentNo(), state, reason, now, Optional.empty(), true, Optional.empty());
    when(live.agent(account.agentNo())).thenReturn(Optional.of(view));
  }

  private static Account account(String no, Role role) {
    return new Account(
        new AgentNo(no), "测试" + no, role, PhoneKind.WEBRTC, List.of(), new Secret("s"));
  }
}
