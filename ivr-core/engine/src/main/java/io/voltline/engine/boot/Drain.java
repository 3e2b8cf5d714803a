package io.voltline.engine.boot;

import io.voltline.engine.call.CallService;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets what callers began end by itself before the engine stops. */
final class Drain {
  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final Duration limit;

  Drain(Duration limit) {
    this.limit = limit;
  }

  /** Talks end within the limit; those that don't go on at the switch without this engine. */
  void of(CallService calls) throws InterruptedException {
    calls.drain();
    if (!calls.awaitNone(limit)) {
      log.info("calls left to the switch: {}", calls.live().size());
    }
  }
}
