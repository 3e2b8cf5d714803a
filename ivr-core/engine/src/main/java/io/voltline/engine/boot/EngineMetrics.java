package io.voltline.engine.boot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.voltline.engine.call.CallService;
import io.voltline.engine.media.Finisher;
import io.voltline.engine.store.WriteBehind;
import io.voltline.engine.web.EventHub;

/** The figures of the parts, for {@code /metrics}; the dispatcher counts its own. */
final class EngineMetrics {
  private final MeterRegistry registry;

  EngineMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  // The collector's metrics live as long as the engine.
  @SuppressWarnings("resource")
  void of(CallService calls, WriteBehind writes, EventHub events, Finisher finisher) {
    registry.gauge("voltline.calls.live", calls, c -> c.live().size());
    registry.gauge("voltline.desks.connected", events, EventHub::connected);
    registry.gauge("voltline.records.waiting", writes, WriteBehind::waiting);
    FunctionCounter.builder("voltline.records.refused", writes, WriteBehind::refused)
        .register(registry);
    FunctionCounter.builder("voltline.records.faulty", writes, WriteBehind::faulty)
        .register(registry);
    FunctionCounter.builder("voltline.desks.slow", events, EventHub::tooSlow).register(registry);
    FunctionCounter.builder("voltline.recordings.missing", finisher, Finisher::missing)
        .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmGcMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }
}
