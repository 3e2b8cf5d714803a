package io.voltline.domain.alarm;

import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The alarms that are raised. */
public record Alarms(Map<AlarmKey, Alarm> raised) {

  /** Of the floor when all is well. */
  public static final Alarms NONE = new Alarms(Map.of());

  private static final Comparator<Alarm> WORST_FIRST =
      Comparator.<Alarm, AlarmKind>comparing(alarm -> alarm.key().kind())
          .thenComparing(Alarm::since)
          .thenComparing(alarm -> alarm.key().subject());

  public Alarms {
    raised = Map.copyOf(raised);
  }

  /**
   * What a look at the floor made of the alarms.
   *
   * @param begun raised by it
   * @param over cleared by it
   */
  public record Step(Alarms alarms, List<Alarm> begun, List<Alarm> over) {
    /** Whether there is something to tell. */
    public boolean news() {
      return !begun.isEmpty() || !over.isEmpty();
    }
  }

  /** What stands after this look; later looks have later moments. */
  public Step next(FloorFigures floor, AlarmRule rule, Instant now) {
    Map<AlarmKey, Long> readings = floor.readings();
    Map<AlarmKey, Alarm> next = new HashMap<>();
    Stream.concat(raised.keySet().stream(), readings.keySet().stream())
        .distinct()
        .forEach(
            key ->
                one(key, Optional.ofNullable(readings.get(key)), rule.of(key.kind()), now)
                    .ifPresent(alarm -> next.put(key, alarm)));
    next.keySet().removeIf(key -> saidBy(key, next));
    Alarms alarms = new Alarms(next);
    return new Step(alarms, alarms.without(this), without(alarms));
  }

  /** A promise that is broken is at risk no more. */
  private static boolean saidBy(AlarmKey key, Map<AlarmKey, Alarm> others) {
    return key.kind() == AlarmKind.PROMISE_AT_RISK
        && others.containsKey(new AlarmKey(AlarmKind.PROMISE_BROKEN, key.subject()));
  }

  private Optional<Alarm> one(
      AlarmKey key, Optional<Long> figure, Threshold threshold, Instant now) {
    Optional<Alarm> before = Optional.ofNullable(raised.get(key));
    if (figure.filter(it -> threshold.reached(it, before.isPresent())).isPresent()) {
      return Optional.of(before.map(Alarm::pressing).orElseGet(() -> Alarm.raised(key, now)));
    }
    return before
        .map(alarm -> alarm.calm(now))
        .filter(alarm -> now.isBefore(alarm.calmSince().orElse(now).plus(threshold.calm())));
  }

  private List<Alarm> without(Alarms others) {
    return worstFirst().stream().filter(it -> !others.raised.containsKey(it.key())).toList();
  }

  /** The worst kind first, in it the oldest. */
  public List<Alarm> worstFirst() {
    return raised.values().stream().sorted(WORST_FIRST).toList();
  }

  /** Somebody takes care of it; the first who said so stays. Empty when it is not raised. */
  public Optional<Alarms> acknowledge(AlarmKey key, AgentNo by, Instant at) {
    return Optional.ofNullable(raised.get(key))
        .map(alarm -> alarm.acknowledged().isPresent() ? alarm : alarm.acknowledged(by, at))
        .map(this::with);
  }

  private Alarms with(Alarm alarm) {
    Map<AlarmKey, Alarm> next = new HashMap<>(raised);
    next.put(alarm.key(), alarm);
    return new Alarms(next);
  }
}
