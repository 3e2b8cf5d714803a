package io.voltline.engine.boot;

import io.voltline.engine.call.CallService;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets what callers began end by itself before the engine stops. */
final class Drain {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Duration limit;

  Drain(Duration limit) {
    this.limit = limit;
  }

  /** Talks end within the limit; those that don't go on at the switch without this engine. */
  void of(CallService calls) throws InterruptedException {
    calls.drain();
    long deadline = System.nanoTime() + limit.toNanos();
    while (!calls.live().isEmpty() && System.nanoTime() - deadline < 0) {
      Thread.sleep(LOOK);
    }
    log.info("calls left to the switch: {}", calls.live().size());
  }
}
