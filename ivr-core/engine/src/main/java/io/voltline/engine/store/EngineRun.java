package io.voltline.engine.store;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** One life of this engine, which keeps its sequence numbers apart from earlier lives'. */
public final class EngineRun {
  private final long id;
  private final AtomicLong sequence = new AtomicLong();

  /** Two engines that share a database must not start in the same millisecond. */
  public EngineRun(Instant startedAt) {
    this.id = startedAt.toEpochMilli();
  }

  long id() {
    return id;
  }

  long next() {
    return sequence.incrementAndGet();
  }
}
