package io.voltline.engine.dispatch;

import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Timer;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** The timers that routing asked for, the next one first. Belongs to the dispatcher's owner. */
final class Timers {
  private record Due(long millis, long order, Timer timer) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::millis).thenComparingLong(Due::order));
  private long order;

  void start(Command.StartTimer command) {
    due.add(new Due(command.dueMillis(), order++, command.timer()));
  }

  /** Takes the next timer whose time has come. */
  Optional<Timer> fire(long nowMillis) {
    Due first = due.peek();
    if (first == null || first.millis > nowMillis) {
      return Optional.empty();
    }
    due.remove();
    return Optional.of(first.timer);
  }

  /** Milliseconds until the next timer, at most {@code limit}. */
  long untilNext(long nowMillis, long limit) {
    Due first = due.peek();
    return first == null ? limit : Math.clamp(first.millis - nowMillis, 0, limit);
  }
}
