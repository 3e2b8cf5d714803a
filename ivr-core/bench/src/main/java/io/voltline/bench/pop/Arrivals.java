package io.voltline.bench.pop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** What came to the desks of one schedule. Pops are told by one thread, walls by another. */
final class Arrivals {
  private static final long MOST_MICROS = 60_000_000;

  private final Schedule schedule;
  private final Histogram micros = new Histogram(MOST_MICROS, 3);
  private final boolean[] seen;
  private final CountDownLatch outstanding;
  private final AtomicInteger walls = new AtomicInteger();
  private int astray;
  private int twice;

  Arrivals(Schedule schedule) {
    this.schedule = schedule;
    this.seen = new boolean[schedule.pops()];
    this.outstanding = new CountDownLatch(schedule.pops() + wallsDue());
  }

  private int wallsDue() {
    return schedule.walls() * Floor.SUPERVISORS;
  }

  /**
   * A pop is decoded.
   *
   * @param call as it says
   * @param agentNo whose it says it is
   * @param desk where it came to
   */
  void pop(String call, String agentNo, String desk, long nowNanos) {
    int number = Integer.parseInt(call.substring(call.indexOf('-') + 1));
    int place = number - schedule.firstCall();
    if (place < 0
        || place >= seen.length
        || !agentNo.equals(desk)
        || !desk.equals(Floor.agentNo(Floor.agentFor(number)))) {
      astray++;
    } else if (seen[place]) {
      twice++;
    } else {
      seen[place] = true;
      long late = (nowNanos - schedule.dueNanos(number)) / 1_000;
      micros.recordValue(Math.clamp(late, 0, MOST_MICROS));
      outstanding.countDown();
    }
  }

  void wall() {
    walls.incrementAndGet();
    outstanding.countDown();
  }

  /** Waits until all is there, at most so long. */
  void await(Duration limit) throws InterruptedException {
    var _ = outstanding.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From when a pop was due until it was decoded, each in µs. */
  Histogram micros() {
    return micros;
  }

  /** Pops that came to no desk. */
  int lost() {
    return schedule.pops() - Math.toIntExact(micros.getTotalCount());
  }

  /** Pops that came to a desk they were not for. */
  int astray() {
    return astray;
  }

  /** Pops that came once more. */
  int twice() {
    return twice;
  }

  /** Walls that came to no desk. */
  int lostWalls() {
    return wallsDue() - walls.get();
  }
}
