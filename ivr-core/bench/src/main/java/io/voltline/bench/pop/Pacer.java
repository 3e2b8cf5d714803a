package io.voltline.bench.pop;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;

/** Has desks shown things by the clock, pops on one thread and walls on another, as the engine. */
final class Pacer {
  private Pacer() {}

  /** Returns when the last was sent. */
  static void run(Schedule schedule, Desks desks) throws InterruptedException {
    Thread walls =
        Thread.ofPlatform()
            .start(() -> each(0, schedule.walls(), schedule::wallDueNanos, _ -> desks.wall()));
    each(schedule.firstCall(), schedule.endCall(), schedule::dueNanos, desks::pop);
    walls.join();
  }

  private static void each(int from, int to, IntToLongFunction due, IntConsumer show) {
    for (int i = from; i < to; i++) {
      long left = due.applyAsLong(i) - System.nanoTime();
      while (left > 0) {
        LockSupport.parkNanos(left);
        left = due.applyAsLong(i) - System.nanoTime();
      }
      show.accept(i);
    }
  }
}
