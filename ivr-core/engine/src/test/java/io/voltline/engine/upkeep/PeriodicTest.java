package io.voltline.engine.upkeep;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeriodicTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void looksAtOnceAndSoonAgainUntilSomethingCouldBeSeen() {
    try (var periodic = new Periodic("test", LONG, () -> looks.incrementAndGet() > 1)) {
      periodic.start();
      await().until(() -> looks.get() == 2);
    }
  }

  @Test
  void aLookThatFailsIsNotTheLast() {
    try (var periodic = new Periodic("test", Duration.ofMillis(1), this::fail)) {
      periodic.start();
      await().until(() -> looks.get() > 2);
    }
  }

  private boolean fail() {
    looks.incrementAndGet();
    throw new IllegalStateException("this is the test's");
  }
}
