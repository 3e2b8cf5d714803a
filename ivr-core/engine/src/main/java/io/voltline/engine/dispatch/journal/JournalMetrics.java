package io.voltline.engine.dispatch.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;

/** What the journal counts. */
final class JournalMetrics {
  private final Counter lost;
  private final Counter gaps;
  private final Counter bytes;

  JournalMetrics(MeterRegistry registry, Collection<?> waiting) {
    lost = registry.counter("voltline.journal.lost");
    gaps = registry.counter("voltline.journal.gaps");
    bytes = registry.counter("voltline.journal.bytes");
    registry.gauge("voltline.journal.waiting", waiting, Collection::size);
  }

  /** Events that are not in the journal. */
  void lost(int events) {
    lost.increment(events);
  }

  /** Events are missing between two that are there. */
  void gap() {
    gaps.increment();
  }

  void grew(long by) {
    bytes.increment((double) by);
  }
}
