package io.voltline.domain.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlarmsTest {
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final AgentNo SUPERVISOR = new AgentNo("2001");
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
  private Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private Alarms alarms = Alarms.NONE;

  @Test
  void aPromiseIsAtRiskFromSixtyPerCentOnAndBrokenAtItsEnd() {
    look(1, queue(1, 7.1, 3));
    raised();
    look(1, queue(1, 7.2, 3));
    raised(AlarmKind.PROMISE_AT_RISK);
    look(5, queue(1, 12, 3));
    raised(AlarmKind.PROMISE_BROKEN);
  }

  @Test
  void betweenItsTwoThresholdsAnAlarmStaysAsItIs() {
    look(1, queue(9, 1, 3));
    raised();
    look(1, queue(10, 1, 3));
    raised(AlarmKind.TOO_MANY_WAITING);
    look(1, queue(6, 1, 3));
    look(60, queue(6, 1, 3));
    raised(AlarmKind.TOO_MANY_WAITING);
    look(1, queue(5, 1, 3));
    look(10, queue(5, 1, 3));
    raised();
    look(1, queue(9, 1, 3));
    raised();
  }

  @Test
  void itClearsOnlyWhenItIsCalmForAWhile() {
    look(1, queue(1, 12, 3));
    look(1, queue(1, 4, 3));
    look(9, queue(1, 4, 3));
    raised(AlarmKind.PROMISE_BROKEN);
    Instant since = alarms.worstFirst().getFirst().since();
    look(1, queue(1, 12, 3));
    look(9, queue(1, 4, 3));
    raised(AlarmKind.PROMISE_BROKEN);
    assertThat(alarms.worstFirst().getFirst().since()).as("the same alarm").isEqualTo(since);
    Alarms.Step step = look(10, queue(1, 4, 3));
    raised();
    assertThat(step.over())
        .extracting(it -> it.key().kind())
        .containsExactly(AlarmKind.PROMISE_BROKEN);
  }

  @Test
  void aBrokenPromiseThatIsMendedIsAtRiskNoMoreEither() {
    look(1, queue(1, 12, 3));
    Alarms.Step step = look(1, queue(1, 8, 3));
    raised(AlarmKind.PROMISE_BROKEN);
    assertThat(step.news()).isFalse();
    look(1);
    look(10);
    raised();
  }

  @Test
  void callersForWhomNobodyIsSignedInAreAnAlarmUntilSomebodyIs() {
    look(1, queue(1, 1, 0));
    raised();
    look(1, queue(1, 2, 0));
    raised(AlarmKind.NOBODY_SIGNED_IN);
    look(1, queue(1, 0.5, 0));
    look(20, queue(1, 0.5, 0));
    raised(AlarmKind.NOBODY_SIGNED_IN);
    look(1, queue(1, 3, 1));
    look(10, queue(1, 3, 1));
    raised();
  }

  @Test
  void restsAndAfterCallWorkBeyondTheirLimitClearAtOnce() {
    look(1, agents(Map.of(AGENT, Duration.ofSeconds(59)), Map.of()));
    raised();
    look(1, agents(Map.of(AGENT, Duration.ofSeconds(60)), Map.of(AGENT, Duration.ofMinutes(5))));
    raised(AlarmKind.REST_TOO_LONG, AlarmKind.WRAP_UP_TOO_LONG);
    look(1);
    raised();
  }

  @Test
  void theWorstComesFirstAndOfOneKindTheOldest() {
    var down = Map.of("database", Duration.ofSeconds(5));
    look(1, agents(Map.of(AGENT, Duration.ofSeconds(60)), Map.of()));
    look(
        1,
        new FloorFigures(
            List.of(queue(1, 12, 1)),
            Map.of(AGENT, Duration.ofSeconds(61)),
            Map.of(),
            Set.of(AGENT),
            Map.of()));
    look(
        1,
        new FloorFigures(
            List.of(queue(1, 13, 1)),
            Map.of(AGENT, Duration.ofSeconds(62), SUPERVISOR, Duration.ofSeconds(90)),
            Map.of(),
            Set.of(AGENT),
            down));
    raised(
        AlarmKind.PART_DOWN,
        AlarmKind.PROMISE_BROKEN,
        AlarmKind.HELP_ASKED,
        AlarmKind.REST_TOO_LONG,
        AlarmKind.REST_TOO_LONG);
    assertThat(alarms.worstFirst().get(3).key().subject()).isEqualTo("1001");
  }

  @Test
  void whoTakesCareOfAnAlarmIsKeptUntilItClears() {
    look(1, queue(1, 12, 3));
    var key = new AlarmKey(AlarmKind.PROMISE_BROKEN, "fault");
    alarms = alarms.acknowledge(key, SUPERVISOR, now).orElseThrow();
    alarms = alarms.acknowledge(key, AGENT, now.plusSeconds(1)).orElseThrow();
    look(1, queue(1, 13, 3));
    assertThat(alarms.worstFirst().getFirst().acknowledged())
        .contains(new Alarm.Acknowledged(SUPERVISOR, now.minusSeconds(1)));
    look(1);
    look(10);
    assertThat(alarms.acknowledge(key, SUPERVISOR, now)).isEmpty();
    look(1, queue(1, 12, 3));
    assertThat(alarms.worstFirst().getFirst().acknowledged()).isEmpty();
  }

  @Test
  void anAlarmCannotEndAboveWhereItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Threshold(5, 6, Duration.ZERO))
        .withMessageContaining("6");
  }

  private Alarms.Step look(int secondsLater, FloorFigures.Queue... queues) {
    return look(
        secondsLater, new FloorFigures(List.of(queues), Map.of(), Map.of(), Set.of(), Map.of()));
  }

  private Alarms.Step look(int secondsLater, FloorFigures floor) {
    now = now.plusSeconds(secondsLater);
    Alarms.Step step = alarms.next(floor, RULE, now);
    alarms = step.alarms();
    return step;
  }

  private void raised(AlarmKind... kinds) {
    assertThat(alarms.worstFirst()).extracting(it -> it.key().kind()).containsExactly(kinds);
  }

  private static FloorFigures.Queue queue(int callers, double longest, int signedIn) {
    return new FloorFigures.Queue(
        new QueueId("fault"),
        callers,
        Duration.ofMillis((long) (longest * 1000)),
        Duration.ofSeconds(12),
        signedIn);
  }

  private static FloorFigures agents(Map<AgentNo, Duration> rests, Map<AgentNo, Duration> wrapUps) {
    return new FloorFigures(List.of(), rests, wrapUps, Set.of(), Map.of());
  }
}
