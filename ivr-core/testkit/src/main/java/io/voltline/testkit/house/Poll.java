package io.voltline.testkit.house;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that can only be asked for. */
public final class Poll {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private Poll() {}

  /** Whether it came true within the time. */
  public static boolean until(Duration limit, BooleanSupplier met) {
    long end = System.nanoTime() + limit.toNanos();
    while (!met.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(PAUSE);
    }
    return true;
  }
}
