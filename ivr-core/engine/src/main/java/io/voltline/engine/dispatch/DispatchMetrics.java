package io.voltline.engine.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.routing.Anomaly;
import java.util.EnumMap;
import java.util.Map;

/** What the dispatcher counts. */
final class DispatchMetrics {
  private final Map<Anomaly, Counter> anomalies = new EnumMap<>(Anomaly.class);
  private final Counter events;
  private final Counter offers;
  private final Counter failures;
  private final Counter refused;

  DispatchMetrics(MeterRegistry registry, Mailbox mailbox) {
    for (Anomaly anomaly : Anomaly.values()) {
      anomalies.put(
          anomaly, registry.counter("voltline.dispatch.anomalies", "kind", anomaly.name()));
    }
    events = registry.counter("voltline.dispatch.events");
    offers = registry.counter("voltline.dispatch.offers");
    failures = registry.counter("voltline.dispatch.failures");
    refused = registry.counter("voltline.dispatch.refused");
    registry.gauge("voltline.dispatch.mailbox", mailbox, Mailbox::size);
  }

  void event() {
    events.increment();
  }

  void offer() {
    offers.increment();
  }

  void anomaly(Anomaly anomaly) {
    Counter counter = anomalies.get(anomaly);
    if (counter != null) {
      counter.increment();
    }
  }

  /** The core or a neighbour threw. */
  void failure() {
    failures.increment();
  }

  /** New work was turned away because the mailbox was half full. */
  void refused() {
    refused.increment();
  }
}
