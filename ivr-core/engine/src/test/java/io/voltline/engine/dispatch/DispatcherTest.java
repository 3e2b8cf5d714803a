package io.voltline.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.Refusal;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.StateRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class DispatcherTest {
  private static final SkillId SKILL = new SkillId("general");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final RoutingProfile PROFILE = Profiles.wrapUp(30_000);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final Callers callers = mock();
  private final AgentObserver observer = mock();
  private final DecisionLog decisions = mock();
  private final Journal journal = mock();
  private Dispatcher dispatcher = dispatcher(1_024);

  @AfterEach
  void stop() {
    dispatcher.close();
  }

  @Test
  void aReadyAgentIsRungForACaller() throws RequestRefused {
    start();
    ready();

    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));

    verify(callers, timeout(5_000)).offer(eq(CALL), any(), any());
    verify(decisions, timeout(5_000)).decided(eq(CALL), any());
    await()
        .untilAsserted(
            () ->
                assertThat(dispatcher.live().agent(AGENT))
                    .map(AgentView::state)
                    .contains(AgentState.RESERVED));
  }

  @Test
  void aRefusalReachesTheAgentWithItsReason() {
    start();
    dispatcher.signIn(AGENT, List.of(Certificate.of(SKILL, 5)));

    assertThatThrownBy(() -> dispatcher.request(AGENT, StateRequest.idle()))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            e -> assertThat(e.refusal()).isEqualTo(Refusal.PHONE_NOT_REACHABLE));
  }

  @Test
  void aRestoredAgentIsSeenAtOnce() {
    start();
    AgentView meal =
        new AgentView(
            AGENT,
            AgentState.BUSY,
            Optional.of(BusyReason.MEAL),
            Instant.ofEpochMilli(5_000),
            Optional.empty(),
            false,
            Optional.empty());

    assertThat(dispatcher.restore(meal, List.of(Certificate.of(SKILL, 5)))).isEqualTo(meal);
    assertThat(dispatcher.live().agent(AGENT)).contains(meal);
  }

  @Test
  void queuesAreShownSoonAfterTheyChange() {
    start();
    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));

    await()
        .untilAsserted(
            () ->
                assertThat(dispatcher.live().queues())
                    .extracting(QueueView::waiting)
                    .containsExactly(1));
  }

  @Test
  void aHalfFullMailboxTakesFactsButNoNewWork() {
    dispatcher = dispatcher(8);
    for (int fact = 0; fact < 4; fact++) {
      dispatcher.callGone(CALL);
    }

    assertThatThrownBy(
            () -> dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis())))
        .isInstanceOf(Overloaded.class);
    assertThatThrownBy(() -> dispatcher.signIn(AGENT, List.of())).isInstanceOf(Overloaded.class);
    dispatcher.phoneReachable(AGENT, true);
    assertThat(metrics.counter("voltline.dispatch.refused").count()).isEqualTo(2);

    start();
    await()
        .untilAsserted(
            () ->
                assertThat(dispatcher.live().agent(AGENT))
                    .map(AgentView::phoneReachable)
                    .contains(true));
  }

  @Test
  void aHalfFullMailboxLeavesQuestionsOutSoThatFactsHaveRoom() {
    dispatcher = dispatcher(8);
    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));
    for (int question = 0; question < 10; question++) {
      dispatcher.placeAsked(CALL);
    }
    assertThat(metrics.counter("voltline.dispatch.unasked").count()).isEqualTo(7);
    for (int fact = 0; fact < 4; fact++) {
      dispatcher.phoneReachable(AGENT, true);
    }

    start();

    verify(callers, timeout(5_000).times(3)).placeTold(any());
  }

  @Test
  void aCallMoreThanAQueueHoldsOverflowsAtOnce() {
    dispatcher = dispatcher(4 * Profiles.MOST_WAITING);
    start();
    QueueRequest request = Profiles.request(System.currentTimeMillis());
    for (int waiting = 0; waiting < Profiles.MOST_WAITING; waiting++) {
      dispatcher.callQueued(new CallId("c" + waiting), request);
    }

    dispatcher.callQueued(CALL, request);

    verify(callers, timeout(5_000))
        .overflowed(
            new Command.Overflowed(CALL, Profiles.GENERAL, Optional.empty(), OverflowCause.FULL));
  }

  @Test
  void theJournalIsToldOfEveryEventBeforeItsCommandsAreCarriedOut() throws RequestRefused {
    start();
    ready();
    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));

    verify(callers, timeout(5_000)).offer(eq(CALL), any(), any());
    var order = inOrder(journal, callers);
    order.verify(journal).begins(eq(PROFILE), any());
    order.verify(journal).saw(isA(Event.CallQueued.class), any());
    order.verify(callers).offer(eq(CALL), any(), any());
  }

  @Test
  void aFactWaitsForRoomInAFullMailboxAndIsNotLost() {
    dispatcher = dispatcher(2);
    dispatcher.callGone(CALL);
    dispatcher.callGone(CALL);
    Thread bringer = Thread.startVirtualThread(() -> dispatcher.phoneReachable(AGENT, true));
    await().until(() -> bringer.getState() == Thread.State.WAITING);

    start();

    await().until(() -> dispatcher.live().agent(AGENT).isPresent());
  }

  @Test
  void theOwnerMayTellItselfFactsWhileTheMailboxIsFull() throws RequestRefused {
    dispatcher = dispatcher(4);
    doAnswer(
            call -> {
              List<Command.Ring> rings = call.getArgument(1);
              OfferId offer = rings.getFirst().offer();
              for (int copy = 0; copy < 8; copy++) {
                dispatcher.offerEnded(offer, OfferOutcome.CALLER_LEFT);
              }
              dispatcher.callGone(CALL);
              return null;
            })
        .when(callers)
        .offer(any(), any(), any());
    start();
    ready();

    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));

    await()
        .untilAsserted(
            () ->
                assertThat(dispatcher.live().agent(AGENT))
                    .map(AgentView::state)
                    .contains(AgentState.IDLE));
  }

  @Test
  void aNeighbourThatFailsStopsNobody() throws RequestRefused {
    doThrow(new IllegalStateException("broken desk")).when(observer).changed(any());
    start();
    ready();

    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));

    verify(callers, timeout(5_000)).offer(eq(CALL), any(), any());
    assertThat(metrics.counter("voltline.dispatch.failures").count()).isPositive();
    assertThat(dispatcher.running()).isTrue();
  }

  @Test
  void whatMakesNoSenseIsCounted() {
    start();

    dispatcher.offerAnswered(new OfferId(7));

    await()
        .until(
            () ->
                metrics.counter("voltline.dispatch.anomalies", "kind", "DEAD_OFFER").count() == 1);
  }

  @Test
  void offersOfALaterLifeNeverReuseAnId() throws RequestRefused {
    start();
    ready();
    long before = System.currentTimeMillis();
    dispatcher.callQueued(CALL, Profiles.request(System.currentTimeMillis()));

    ArgumentCaptor<List<Command.Ring>> rings = ArgumentCaptor.captor();
    verify(callers, timeout(5_000)).offer(any(), rings.capture(), any());
    assertThat(rings.getValue().getFirst().offer().value())
        .isBetween(before - Duration.ofMinutes(1).toMillis(), before + 1_000);
  }

  @Test
  void closingWorksOffWhatIsInTheMailbox() {
    for (int n = 0; n < 100; n++) {
      dispatcher.callQueued(new CallId("c" + n), Profiles.request(System.currentTimeMillis()));
    }
    start();

    dispatcher.close();

    assertThat(metrics.counter("voltline.dispatch.events").count()).isEqualTo(100);
    assertThat(dispatcher.running()).isFalse();
  }

  private Dispatcher dispatcher(int capacity) {
    return new Dispatcher(PROFILE, InstantSource.system(), capacity, metrics);
  }

  private void start() {
    dispatcher.start(callers, observer, decisions, (promise, at) -> {}, journal);
  }

  private void ready() throws RequestRefused {
    dispatcher.signIn(AGENT, List.of(Certificate.of(SKILL, 5)));
    dispatcher.phoneReachable(AGENT, true);
    dispatcher.request(AGENT, StateRequest.idle());
  }
}
