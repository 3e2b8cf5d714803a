package io.voltline.domain.workorder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What becomes of a customer's urging (催办). */
public sealed interface Urging {

  /** The code of the step that an urging leaves in the history. */
  String ACTION = "urge";

  /**
   * It counts.
   *
   * @param times how often the order was urged, this time included
   */
  record Urged(int times) implements Urging {}

  /** The order was urged a short while ago; nothing is added. */
  record TooSoon(int times) implements Urging {}

  /** Nothing is left to be done on the order. */
  record Closed(int times) implements Urging {}

  /** Urged this often. */
  int times();

  /**
   * What the rule says now.
   *
   * @param history of the order, oldest first
   * @param pause how long after one urging the next one counts
   */
  static Urging of(
      WorkOrderStatus status, List<WorkOrderStep> history, Instant now, Duration pause) {
    var urged = history.stream().filter(step -> step.action().equals(ACTION)).toList();
    int times = urged.size();
    if (!status.open()) {
      return new Closed(times);
    }
    boolean soon = times > 0 && now.isBefore(urged.getLast().at().plus(pause));
    return soon ? new TooSoon(times) : new Urged(times + 1);
  }
}
