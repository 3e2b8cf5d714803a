package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.Customer;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.engine.call.CallObserver;
import io.voltline.engine.call.EndReason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class AnnouncerTest {
  private static final AccountNo ACCOUNT = new AccountNo("9900000001");

  private final House house = new House();
  private final CustomerView customer =
      new CustomerView(mock(Customer.class), List.of(), List.of(), List.of());

  /** Look-ups that go on until the test runs them. */
  private final Queue<Runnable> lookUps = new ArrayDeque<>();

  private final Announcer slow =
      new Announcer(
          house.sink,
          house.customers,
          house.accounts,
          house.presenceBook,
          house.pops,
          _ -> Duration.ofSeconds(12),
          house.clock,
          lookUps::add);

  @Test
  void thePopHoldsTheCustomerLookedUpWhileTheCallerWaited() {
    when(house.customers.of(ACCOUNT)).thenReturn(Optional.of(customer));
    house.announcer.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));
    house.pass(Duration.ofSeconds(3));

    house.announcer.offered(pop(House.AGENT));

    DeskEvent.CallOffered pop = popsTold(1).getFirst();
    assertThat(pop.customer()).contains(customer);
    assertThat(pop.promiseLeft()).isEqualTo(Duration.ofSeconds(12));
    assertThat(pop.ringTime()).isEqualTo(Duration.ofSeconds(8));
    verify(house.customers, times(1)).of(ACCOUNT);
  }

  @Test
  void aSlowLookUpDelaysNoPopAndIsToldWhenItComes() {
    when(house.customers.of(ACCOUNT)).thenReturn(Optional.of(customer));
    slow.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));

    slow.offered(pop(House.AGENT));
    assertThat(popsTold(1).getFirst().customer()).isEmpty();

    house.pass(Duration.ofSeconds(2));
    lookUps.remove().run();
    DeskEvent.CallOffered second = popsTold(2).getLast();
    assertThat(second.customer()).contains(customer);
    assertThat(second.promiseLeft()).isEqualTo(Duration.ofSeconds(10));
    assertThat(house.pops.of(House.AGENT, House.CALL)).contains(second);
  }

  @Test
  void aLookUpThatComesAfterTheOfferIsTold() {
    when(house.customers.of(ACCOUNT)).thenReturn(Optional.of(customer));
    slow.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));
    slow.offered(pop(House.AGENT));
    slow.offerEnded(House.CALL, House.AGENT, OfferOutcome.NOT_ANSWERED);
    clearInvocations(house.sink);

    lookUps.remove().run();

    verifyNoInteractions(house.sink);
  }

  @Test
  void theNextAgentGetsTheCustomerWithoutAnotherLookUp() {
    when(house.customers.of(ACCOUNT)).thenReturn(Optional.of(customer));
    house.announcer.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));
    house.announcer.offered(pop(House.AGENT));
    house.announcer.offerEnded(House.CALL, House.AGENT, OfferOutcome.REJECTED);

    house.announcer.offered(pop(House.SUPERVISOR));

    verify(house.customers, times(1)).of(ACCOUNT);
    verify(house.sink).toAgent(any(), any(DeskEvent.CallEnded.class));
    assertThat(house.pops.of(House.SUPERVISOR, House.CALL).orElseThrow().customer())
        .contains(customer);
    assertThat(house.pops.of(House.AGENT, House.CALL)).isEmpty();
  }

  @Test
  void aStoreThatIsDownOrBrokenCostsTheCustomerAndNotThePop() {
    when(house.customers.of(ACCOUNT))
        .thenThrow(new Unavailable("database", new IllegalStateException()));
    house.announcer.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));
    house.announcer.offered(pop(House.AGENT));
    assertThat(popsTold(1).getFirst().customer()).isEmpty();

    CallId other = new CallId("vl1-2.2");
    AccountNo odd = new AccountNo("9900000002");
    when(house.customers.of(odd)).thenThrow(new IllegalStateException("odd row"));
    house.announcer.waiting(other, "00000000002", Optional.of(odd));
    assertThatCode(() -> house.announcer.offered(pop(other, House.AGENT)))
        .doesNotThrowAnyException();
  }

  @Test
  void anUnknownCallerPopsAtOnceWithoutLookUp() {
    house.announcer.waiting(House.CALL, "", Optional.empty());

    house.announcer.offered(pop(House.AGENT));

    assertThat(popsTold(1).getFirst().customer()).isEmpty();
    verifyNoInteractions(house.customers);
  }

  @Test
  void whoeverTalkedAndWhoeverStillRingsIsToldTheEnd() {
    house.announcer.offered(pop(House.AGENT));
    house.announcer.answered(House.CALL, House.AGENT);
    house.announcer.offered(pop(House.SUPERVISOR));

    house.announcer.ended(
        House.CALL, List.of(House.AGENT, House.SUPERVISOR), EndReason.CALLER_HUNG_UP);

    verify(house.sink).toAgent(House.AGENT, end(House.AGENT, OfferOutcome.ANSWERED));
    verify(house.sink).toAgent(House.SUPERVISOR, end(House.SUPERVISOR, OfferOutcome.CALLER_LEFT));
    assertThat(house.pops.of(House.AGENT, House.CALL))
        .as("the agent still wraps the call up")
        .isPresent();
  }

  @Test
  void whoeverLostTheOfferBeforeIsNotToldAgain() {
    house.announcer.offered(pop(House.AGENT));
    house.announcer.offerEnded(House.CALL, House.AGENT, OfferOutcome.NOT_ANSWERED);
    clearInvocations(house.sink);

    house.announcer.ended(House.CALL, List.of(House.AGENT), EndReason.ABANDONED_IN_QUEUE);

    verifyNoInteractions(house.sink);
  }

  @Test
  void aStateIsToldToTheAgentAndToSupervisors() {
    house.accounts.refresh();
    var idle = house.view(House.AGENT, AgentState.IDLE, Optional.empty());

    house.announcer.changed(idle);

    verify(house.sink).toAgent(any(), any(DeskEvent.AgentStateChanged.class));
    verify(house.sink).toSupervisors(any(DeskEvent.AgentStateChanged.class));
  }

  @Test
  void aSupervisorsOwnStateIsToldOnce() {
    house.accounts.refresh();

    house.announcer.changed(house.view(House.SUPERVISOR, AgentState.IDLE, Optional.empty()));

    verify(house.sink, never()).toAgent(any(), any());
    verify(house.sink).toSupervisors(any());
  }

  @Test
  void aPopIsGoneWhenTheAgentsCallIs() {
    house.announcer.offered(pop(House.AGENT));

    house.announcer.changed(house.view(House.AGENT, AgentState.ACW, Optional.of(House.CALL)));
    assertThat(house.pops.of(House.AGENT, House.CALL)).isPresent();
    house.announcer.changed(house.view(House.AGENT, AgentState.IDLE, Optional.empty()));
    assertThat(house.pops.of(House.AGENT, House.CALL)).isEmpty();
  }

  @Test
  void aBrokenPromiseIsToldToSupervisorsWithItsCaller() {
    house.announcer.waiting(House.CALL, "00000000001", Optional.empty());

    house.announcer.broken(broken(), house.now);
    house.announcer.ended(House.CALL, List.of(), EndReason.ABANDONED_IN_QUEUE);
    house.announcer.broken(broken(), house.now);

    InOrder order = inOrder(house.sink);
    order.verify(house.sink).toSupervisors(brokenFor("00000000001"));
    order.verify(house.sink).toSupervisors(brokenFor(""));
  }

  private static Command.PromiseBroken broken() {
    return new Command.PromiseBroken(House.CALL, new QueueId("general"), BreachCause.ALL_BUSY);
  }

  private DeskEvent.PromiseBroken brokenFor(String caller) {
    return new DeskEvent.PromiseBroken(
        house.now, House.CALL, new QueueId("general"), BreachCause.ALL_BUSY, caller);
  }

  private DeskEvent.CallEnded end(AgentNo agent, OfferOutcome outcome) {
    return new DeskEvent.CallEnded(
        house.now, House.CALL, agent, outcome, Optional.of(EndReason.CALLER_HUNG_UP));
  }

  private List<DeskEvent.CallOffered> popsTold(int times) {
    ArgumentCaptor<DeskEvent.CallOffered> pops = ArgumentCaptor.captor();
    verify(house.sink, times(times)).toAgent(any(), pops.capture());
    return pops.getAllValues();
  }

  private CallObserver.Pop pop(AgentNo agent) {
    return pop(House.CALL, agent);
  }

  private CallObserver.Pop pop(CallId call, AgentNo agent) {
    return new CallObserver.Pop(
        call,
        agent,
        "00000000001",
        Optional.of(ACCOUNT),
        Language.ZH,
        new QueueId("general"),
        house.now,
        Duration.ofSeconds(8),
        List.of("welcome", "main"));
  }
}
