package io.voltline.bench.pop;

import java.time.Duration;

/**
 * When which pop and which wall is due, whatever became of those before.
 *
 * @param beganNanos by {@link System#nanoTime}, which all processes of a machine share
 * @param firstCall number of the first pop's call; the others follow
 */
record Schedule(long beganNanos, int perSecond, int pops, int firstCall) {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** When a call's pop is due. */
  long dueNanos(int call) {
    return beganNanos + (call - firstCall) * SECOND / perSecond;
  }

  /** When a wall is due: once a second, from the first half second on. */
  long wallDueNanos(int wall) {
    return beganNanos + SECOND / 2 + wall * SECOND;
  }

  int walls() {
    return pops / perSecond;
  }

  int endCall() {
    return firstCall + pops;
  }

  /** As a server is told. */
  String text() {
    return "%d %d %d %d".formatted(beganNanos, perSecond, pops, firstCall);
  }

  static Schedule parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Schedule(
        Long.parseLong(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }
}
