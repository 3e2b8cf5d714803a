package io.voltline.engine.dispatch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.voltline.domain.routing.Anomaly;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.OverflowCause;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the dispatcher counts. */
final class DispatchMetrics {
  private final Map<Anomaly, Counter> anomalies = new EnumMap<>(Anomaly.class);
  private final MeterRegistry registry;
  private final DistributionSummary forecastError;
  private final Counter events;
  private final Counter offers;
  private final Counter failures;
  private final Counter refused;
  private final Counter unasked;
  private final Timer latency;

  DispatchMetrics(MeterRegistry registry, Mailbox mailbox) {
    for (Anomaly anomaly : Anomaly.values()) {
      anomalies.put(
          anomaly, registry.counter("voltline.dispatch.anomalies", "kind", anomaly.name()));
    }
    this.registry = registry;
    forecastError =
        DistributionSummary.builder("voltline.wait.forecast.error")
            .baseUnit("seconds")
            .register(registry);
    events = registry.counter("voltline.dispatch.events");
    offers = registry.counter("voltline.dispatch.offers");
    failures = registry.counter("voltline.dispatch.failures");
    refused = registry.counter("voltline.dispatch.refused");
    unasked = registry.counter("voltline.dispatch.unasked");
    latency =
        Timer.builder("voltline.dispatch.latency")
            .publishPercentiles(0.5, 0.99, 0.999)
            .register(registry);
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

  void overflow(OverflowCause cause) {
    registry.counter("voltline.queue.overflows", "cause", cause.name()).increment();
  }

  /** A caller was not answered within the promise. */
  void broken(BreachCause cause) {
    registry.counter("voltline.promise.broken", "cause", cause.name()).increment();
  }

  /** A caller who was told a wait has an agent now; four of five should be within. */
  void forecast(long toldMillis, long waitedMillis) {
    String within = Boolean.toString(waitedMillis <= toldMillis);
    registry.counter("voltline.wait.forecasts", "within", within).increment();
    forecastError.record(Math.abs(waitedMillis - toldMillis) / 1_000.0);
  }

  /** The core or a neighbour threw. */
  void failure() {
    failures.increment();
  }

  /** New work was turned away because the mailbox was half full. */
  void refused() {
    refused.increment();
  }

  /** A question was left out because the mailbox was half full. */
  void unasked() {
    unasked.increment();
  }

  /** From the handing over of an event until its commands were carried out. */
  void latency(long nanos) {
    latency.record(nanos, TimeUnit.NANOSECONDS);
  }
}
