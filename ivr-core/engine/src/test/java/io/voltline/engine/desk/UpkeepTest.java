package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Refusal;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.dispatch.RequestRefused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class UpkeepTest {
  private final House house = new House();
  private final Upkeep upkeep =
      new Upkeep(
          new Restoration(house.accounts, house.sessions, house.presenceBook, house.routing),
          house.accounts,
          house.sessions,
          house.states,
          house.live,
          house.sink,
          house.clock);

  @Test
  void whoeverWasSignedInBeforeTheStartIsSignedInAgainOnce() {
    AgentView idle = house.view(House.AGENT, AgentState.IDLE, Optional.empty());
    house.shared.hashes.put(House.AGENT, "some session");
    house.presences.views.put(House.AGENT, idle);

    upkeep.beat();
    upkeep.beat();

    InOrder order = inOrder(house.routing);
    order
        .verify(house.routing, times(1))
        .restore(idle, house.accounts.all().getFirst().certificates());
    order.verify(house.routing, times(1)).agentsKnown();
  }

  @Test
  void nobodyIsSignedInAgainWithoutASessionOrAState() {
    house.presences.views.put(
        House.AGENT, house.view(House.AGENT, AgentState.IDLE, Optional.empty()));
    house.shared.hashes.put(House.SUPERVISOR, "some session");

    upkeep.beat();

    verify(house.routing, never()).restore(any(), any());
  }

  @Test
  void whoeverTakesNoCallsIsNotRoutedAfterARestartEither() {
    house.shared.hashes.put(House.SUPERVISOR, "some session");
    house.presences.views.put(
        House.SUPERVISOR, house.view(House.SUPERVISOR, AgentState.BUSY, Optional.empty()));

    upkeep.beat();

    verify(house.routing, never()).restore(any(), any());
  }

  @Test
  void otherCertificatesAreGivenToWhoeverIsSignedIn() {
    house.accounts.refresh();
    when(house.live.agent(House.AGENT))
        .thenReturn(
            Optional.of(house.view(House.AGENT, AgentState.TALKING, Optional.of(House.CALL))));
    Account renewed = renewed();
    minute();
    verify(house.routing, times(1)).signIn(House.AGENT, renewed.certificates());
  }

  @Test
  void otherCertificatesAreGivenAsSoonAsRoutingTakesThem() {
    house.accounts.refresh();
    when(house.live.agent(House.AGENT))
        .thenReturn(Optional.of(house.view(House.AGENT, AgentState.IDLE, Optional.empty())));
    Account renewed = renewed();
    doThrow(new Overloaded("full"))
        .doReturn(house.view(House.AGENT, AgentState.IDLE, Optional.empty()))
        .when(house.routing)
        .signIn(any(), any());
    minute();
    verify(house.routing, times(2)).signIn(House.AGENT, renewed.certificates());
  }

  @Test
  void otherCertificatesSignNobodyIn() {
    house.accounts.refresh();
    renewed();
    minute();
    verify(house.routing, never()).signIn(any(), any());
  }

  /** The agent's certificates as the store has them from now on. */
  private Account renewed() {
    Account before = House.account(House.AGENT, Role.AGENT);
    Account after =
        new Account(
            before.agentNo(),
            before.name(),
            before.role(),
            before.phone(),
            List.of(Certificate.of(new SkillId("fault"), 3)),
            before.sipPassword());
    when(house.store.all()).thenReturn(List.of(after));
    return after;
  }

  private void minute() {
    for (int second = 0; second < 60; second++) {
      upkeep.beat();
    }
  }

  @Test
  void whoeverSignedOutBeforeTheStartStaysSignedOut() {
    house.shared.hashes.put(House.AGENT, "some session");
    house.presences.views.put(
        House.AGENT, house.view(House.AGENT, AgentState.SIGNED_OUT, Optional.empty()));

    upkeep.beat();

    verify(house.routing, never()).restore(any(), any());
  }

  @Test
  void agentsAreSignedInAgainWhenPresenceCanBeReadAtLast() {
    house.shared.hashes.put(House.AGENT, "some session");
    house.presences.views.put(
        House.AGENT, house.view(House.AGENT, AgentState.IDLE, Optional.empty()));
    house.presences.away = true;
    upkeep.beat();
    verify(house.routing, never()).restore(any(), any());

    house.presences.away = false;
    upkeep.beat();

    verify(house.routing).restore(any(), any());
  }

  @Test
  void agentsAreSignedInAgainWhenSessionsCanBeReadAtLast() {
    house.shared.hashes.put(House.AGENT, "some session");
    house.presences.views.put(
        House.AGENT, house.view(House.AGENT, AgentState.IDLE, Optional.empty()));
    house.shared.away = true;
    upkeep.beat();
    verify(house.routing, never()).restore(any(), any());
    verify(house.routing, never()).agentsKnown();

    house.shared.away = false;
    upkeep.beat();

    verify(house.routing).restore(any(), any());
  }

  @Test
  void whoeverWasSignedInAgainAndDoesNotUseTheSessionIsSignedOut() throws RequestRefused {
    house.shared.hashes.put(House.AGENT, "some session");
    house.presences.views.put(
        House.AGENT, house.view(House.AGENT, AgentState.IDLE, Optional.empty()));
    upkeep.beat();
    house.shared.hashes.clear();
    house.pass(House.LIFE);

    upkeep.beat();

    verify(house.routing).signOut(House.AGENT);
  }

  @Test
  void queuesAreToldWhenTheyChangeAndEverySecondWhileSomebodyWaits() {
    queue(0, 1);
    upkeep.beat();
    upkeep.beat();
    verify(house.sink, times(1)).toAll(any());

    queue(1, 0);
    upkeep.beat();
    upkeep.beat();
    verify(house.sink, times(3)).toAll(any());
  }

  @Test
  void whoeverDidNotUseTheSessionForItsWholeLifeIsSignedOut() throws Refused, RequestRefused {
    house.signIn.signIn("1001", "right", "127.0.0.1");
    house.shared.hashes.clear();
    house.pass(House.LIFE);

    upkeep.beat();
    upkeep.beat();

    verify(house.routing, times(1)).signOut(House.AGENT);
  }

  @Test
  void whoeverTalksIsSignedOutAfterTheTalk() throws Refused, RequestRefused {
    house.signIn.signIn("1001", "right", "127.0.0.1");
    house.shared.hashes.clear();
    house.pass(House.LIFE);
    doThrow(new RequestRefused(Refusal.TALKING)).when(house.routing).signOut(House.AGENT);
    upkeep.beat();

    doNothing().when(house.routing).signOut(House.AGENT);
    upkeep.beat();
    upkeep.beat();

    verify(house.routing, times(2)).signOut(House.AGENT);
  }

  @Test
  void whoeverUsesTheSessionAtAnotherEngineStaysSignedIn() throws Refused, RequestRefused {
    house.signIn.signIn("1001", "right", "127.0.0.1");
    house.pass(House.LIFE);

    upkeep.beat();

    verify(house.routing, never()).signOut(any());
  }

  @Test
  void oneBrokenPartHoldsNoOtherUp() {
    when(house.store.all()).thenThrow(new IllegalStateException("odd row"));
    queue(1, 0);

    upkeep.beat();

    verify(house.sink).toAll(any());
  }

  @Test
  void whatIsSharedBeforeTheOldWasReadDoesNotReplaceIt() {
    AgentView talks = house.view(House.AGENT, AgentState.TALKING, Optional.of(House.CALL));
    house.shared.hashes.put(House.AGENT, "some session");
    house.presences.views.put(House.AGENT, talks);
    AgentView seen = house.view(House.AGENT, AgentState.SIGNED_OUT, Optional.empty());
    house.presenceBook.changed(seen);
    house.presenceBook.settle();

    upkeep.beat();

    verify(house.routing).restore(talks, house.accounts.all().getFirst().certificates());
    house.presenceBook.settle();
    assertThat(house.presences.views).containsEntry(House.AGENT, seen);
  }

  @Test
  void presenceIsSharedAtOnceAndAllOfItAfterAnOutage() {
    house.presenceBook.start();
    house.presenceBook.allRead();
    AgentView idle = house.view(House.AGENT, AgentState.IDLE, Optional.empty());
    AgentView busy = house.view(House.SUPERVISOR, AgentState.BUSY, Optional.empty());
    house.presenceBook.changed(idle);
    await().until(() -> house.presences.views.containsValue(idle));

    house.presences.away = true;
    house.presences.views.clear();
    house.presenceBook.changed(busy);
    assertThat(house.presenceBook.settle()).isFalse();
    house.presences.away = false;

    await()
        .untilAsserted(
            () -> assertThat(house.presences.views.values()).containsExactlyInAnyOrder(idle, busy));
    house.presenceBook.close();
  }

  private void queue(int waiting, int idle) {
    when(house.live.queues())
        .thenReturn(
            List.of(
                new QueueView(
                    new QueueId("general"),
                    waiting,
                    waiting == 0 ? Optional.empty() : Optional.of(house.now),
                    idle,
                    0,
                    0,
                    0)));
  }
}
