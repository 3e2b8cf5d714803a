package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.Customer;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import io.voltline.engine.call.CallObserver;
import io.voltline.engine.talk.TalkAnnouncer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What a supervisor who takes a caller has on the screen, and for how long. */
class SupervisorPopTest {
  private static final AccountNo ACCOUNT = new AccountNo("9900000001");
  private static final AgentNo CHIEF = House.SUPERVISOR;

  private final House house = new House();
  private final CustomerView customer =
      new CustomerView(mock(Customer.class), List.of(), List.of(), List.of());
  private final Announcer announcer = house.announcer;
  private final TalkAnnouncer talks = new TalkAnnouncer(house.sink, announcer, house.clock);

  @BeforeEach
  void aKnownCallerWaits() {
    house.accounts.refresh();
    when(house.customers.of(ACCOUNT)).thenReturn(Optional.of(customer));
    announcer.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));
  }

  @Test
  void whoTakesAWaitingCallerSeesTheCustomerUntilThePhoneIsOff() {
    announcer.offered(pop(CHIEF));
    assertThat(told(CHIEF).customer()).contains(customer);
    assertThat(shown(CHIEF)).as("after a refresh while it rings").contains(told(CHIEF));
    assertThat(told(CHIEF).supervising()).contains(supervising(Optional.empty(), false));

    announcer.answered(House.CALL, CHIEF);
    verify(house.sink).toAgent(CHIEF, new DeskEvent.CallAnswered(house.now, House.CALL, CHIEF));
    announcer.changed(house.view(CHIEF, AgentState.SIGNED_OUT, Optional.empty()));
    assertThat(shown(CHIEF).orElseThrow().supervising())
        .as("after a refresh of the page in the talk")
        .contains(supervising(Optional.empty(), true));

    announcer.offerEnded(House.CALL, CHIEF, OfferOutcome.ANSWERED);
    verify(house.sink).toAgent(CHIEF, ended(OfferOutcome.ANSWERED));
    assertThat(shown(CHIEF)).isEmpty();
  }

  @Test
  void aCustomerWhoIsFoundAfterTheAnswerIsShownStill() {
    Queue<Runnable> lookUps = new ArrayDeque<>();
    var slow =
        new Announcer(
            house.sink,
            house.customers,
            house.accounts,
            house.presenceBook,
            house.pops,
            _ -> Duration.ofSeconds(12),
            house.clock,
            lookUps::add);
    slow.waiting(House.CALL, "00000000001", Optional.of(ACCOUNT));
    slow.offered(pop(CHIEF));
    slow.answered(House.CALL, CHIEF);
    lookUps.remove().run();
    assertThat(told(CHIEF).customer()).contains(customer);
    assertThat(told(CHIEF).supervising()).contains(supervising(Optional.empty(), true));
  }

  @Test
  void whoInterceptsSeesWhatTheAgentSaw() {
    announcer.offered(pop(House.AGENT));
    talks.comes(House.CALL, CHIEF, House.AGENT, PartKind.INTERCEPT);
    assertThat(told(CHIEF).customer()).contains(customer);
    assertThat(told(CHIEF).agent()).isEqualTo(CHIEF);
    assertThat(told(CHIEF).flowPath()).isEqualTo(told(House.AGENT).flowPath());
    assertThat(told(CHIEF).supervising())
        .contains(supervising(Optional.of(PartKind.INTERCEPT), false));

    talks.supervised(House.CALL, CHIEF, House.AGENT, PartKind.INTERCEPT, true);
    assertThat(shown(CHIEF).orElseThrow().supervising())
        .contains(supervising(Optional.of(PartKind.INTERCEPT), true));
    announcer.changed(house.view(House.AGENT, AgentState.IDLE, Optional.empty()));
    assertThat(shown(House.AGENT)).isEmpty();
    assertThat(shown(CHIEF)).as("without the agent").isPresent();

    talks.changed(view(), TalkChange.LEFT, House.AGENT);
    assertThat(shown(CHIEF)).isPresent();
    talks.changed(view(), TalkChange.LEFT, CHIEF);
    verify(house.sink).toAgent(CHIEF, ended(OfferOutcome.ANSWERED));
    assertThat(shown(CHIEF)).isEmpty();
  }

  @Test
  void whoListensAndThenInterceptsIsInTheTalkAllTheTime() {
    announcer.offered(pop(House.AGENT));
    talks.comes(House.CALL, CHIEF, House.AGENT, PartKind.MONITOR);
    talks.supervised(House.CALL, CHIEF, House.AGENT, PartKind.MONITOR, true);
    talks.supervised(House.CALL, CHIEF, House.AGENT, PartKind.MONITOR, false);
    talks.comes(House.CALL, CHIEF, House.AGENT, PartKind.INTERCEPT);
    assertThat(told(CHIEF).supervising())
        .contains(supervising(Optional.of(PartKind.INTERCEPT), true));
    verify(house.sink, never()).toAgent(eq(CHIEF), any(DeskEvent.CallEnded.class));
  }

  @Test
  void aPhoneThatIsNotAnsweredTakesThePopAway() {
    announcer.offered(pop(House.AGENT));
    talks.comes(House.CALL, CHIEF, House.AGENT, PartKind.INTERCEPT);
    talks.changed(view(), TalkChange.LEFT, CHIEF);
    verify(house.sink).toAgent(CHIEF, ended(OfferOutcome.NOT_ANSWERED));
    assertThat(shown(CHIEF)).isEmpty();
  }

  @Test
  void whoTookNoCallerIsShownNone() {
    announcer.offered(pop(House.AGENT));
    assertThat(shown(CHIEF)).isEmpty();
    clearInvocations(house.sink);
    announcer.joined(House.CALL, CHIEF);
    announcer.left(House.CALL, CHIEF);
    announcer.watched(House.CALL, new AgentNo("1009"), CHIEF, PartKind.INTERCEPT);
    verifyNoInteractions(house.sink);

    announcer.left(House.CALL, House.AGENT);
    assertThat(house.pops.of(House.AGENT, House.CALL))
        .as("an agent still wraps the call up")
        .isPresent();
  }

  private Optional<DeskEvent.CallOffered> shown(AgentNo desk) {
    return house.pops.of(house.view(desk, AgentState.SIGNED_OUT, Optional.empty()));
  }

  /** The last that this desk was told. */
  private DeskEvent.CallOffered told(AgentNo desk) {
    ArgumentCaptor<DeskEvent.CallOffered> pops = ArgumentCaptor.captor();
    verify(house.sink, atLeast(1)).toAgent(eq(desk), pops.capture());
    return pops.getAllValues().getLast();
  }

  private DeskEvent.Supervising supervising(Optional<PartKind> kind, boolean answered) {
    return new DeskEvent.Supervising(kind, answered ? Optional.of(house.now) : Optional.empty());
  }

  private DeskEvent.CallEnded ended(OfferOutcome outcome) {
    return new DeskEvent.CallEnded(house.now, House.CALL, CHIEF, outcome, Optional.empty());
  }

  private static TalkView view() {
    return new TalkView(House.CALL, List.of(), List.of(), Optional.empty());
  }

  private CallObserver.Pop pop(AgentNo agent) {
    return new CallObserver.Pop(
        House.CALL,
        agent,
        "00000000001",
        Optional.of(ACCOUNT),
        Language.ZH,
        new QueueId("general"),
        house.now,
        Duration.ofSeconds(12),
        List.of("welcome", "main"));
  }
}
