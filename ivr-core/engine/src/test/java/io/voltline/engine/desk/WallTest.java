package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.dispatch.WaitingView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;

final class WallTest {
  private static final QueueId GENERAL = new QueueId("general");
  private final House house = new House();
  private final QueueDays days = mock();
  private final Wall wall =
      new Wall(
          house.states,
          house.live,
          days,
          house.announcer::caller,
          house.sink,
          house.clock,
          ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AGENT", "QUALITY"})
  void whoDoesNotWatchTheFloorIsRefused(Role role) {
    assertThatThrownBy(() -> wall.look(House.account(House.AGENT, role)))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SUPERVISOR", "ADMIN"})
  void whoWatchesTheFloorSeesEverybodyWhoTakesCalls(Role role) throws Refused {
    var seen = wall.look(House.account(House.SUPERVISOR, role)).agents();
    assertThat(seen).extracting(agent -> agent.account().agentNo()).containsExactly(House.AGENT);
  }

  @Test
  void theWallIsToldWhenItChangesAndNotBecauseTimeGoesBy() {
    waits();
    wall.beat();
    house.pass(Duration.ofSeconds(5));
    wall.beat();
    verify(house.sink, times(1)).toFloorWatchers(any());

    when(house.live.waiting()).thenReturn(List.of());
    wall.beat();
    verify(house.sink, times(2)).toFloorWatchers(any());
  }

  @Test
  void ofTheAgentsThoseAreToldWhoChanged() {
    wall.beat();
    assertThat(told().agents())
        .extracting(agent -> agent.account().agentNo())
        .containsExactly(House.AGENT);
    waits();
    wall.beat();
    assertThat(told().agents()).isEmpty();
  }

  @Test
  void aCallerIsShownWithTheNumberAndTheMomentThePromiseIsOver() {
    house.announcer.waiting(House.CALL, "00000000001", Optional.empty());
    waits();
    wall.beat();
    assertThat(told().waiting())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.caller()).isEqualTo("00000000001");
              assertThat(it.live().dueAt()).isEqualTo(house.now.plusSeconds(12));
            });
  }

  @Test
  void theDayIsCountedFromMidnightOfTheHouse() {
    when(days.since(Instant.parse("2026-11-20T16:00:00Z")))
        .thenReturn(List.of(new QueueDay(GENERAL, 5, 4, 2, 1)));
    queue();
    wall.count();
    wall.beat();
    assertThat(told().queues().getFirst().today()).contains(new QueueDay(GENERAL, 5, 4, 2, 1));
  }

  @Test
  void aQueueWithoutCallsTodayHasNoneAndNotNoFigures() {
    queue();
    wall.count();
    wall.beat();
    assertThat(told().queues().getFirst().today()).contains(new QueueDay(GENERAL, 0, 0, 0, 0));
  }

  @Test
  void figuresThatCantBeReadAreNotShown() {
    queue();
    wall.count();
    when(days.since(any())).thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(wall.count()).isFalse();
    wall.beat();
    assertThat(told().queues().getFirst().today()).isEmpty();
  }

  @Test
  void beforeTheAccountsWereReadNobodyIsShown() {
    when(house.store.all()).thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(wall.beat()).isFalse();
    verifyNoInteractions(house.sink);
  }

  private void waits() {
    when(house.live.waiting())
        .thenReturn(
            List.of(
                new WaitingView(
                    House.CALL, GENERAL, house.now, house.now.plusSeconds(12), false, false)));
  }

  private void queue() {
    when(house.live.queues())
        .thenReturn(List.of(new QueueView(GENERAL, 0, Optional.empty(), 1, 0, 0, 0)));
  }

  private WallView told() {
    var event = ArgumentCaptor.forClass(DeskEvent.class);
    verify(house.sink, atLeastOnce()).toFloorWatchers(event.capture());
    return ((DeskEvent.WallChanged) event.getValue()).wall();
  }
}
