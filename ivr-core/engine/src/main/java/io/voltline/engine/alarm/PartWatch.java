package io.voltline.engine.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Since when parts of the house are away. For one thread. */
public final class PartWatch {
  private final Map<String, BooleanSupplier> parts;
  private final Map<String, Instant> since = new HashMap<>();

  /**
   * Watches these.
   *
   * @param parts by name; each tells at once whether it is there
   */
  public PartWatch(Map<String, BooleanSupplier> parts) {
    this.parts = Map.copyOf(parts);
  }

  Map<String, Duration> down(Instant now) {
    Map<String, Duration> down = new HashMap<>();
    parts.forEach(
        (name, up) -> {
          if (up.getAsBoolean()) {
            since.remove(name);
          } else {
            down.put(name, Duration.between(since.computeIfAbsent(name, _ -> now), now));
          }
        });
    return down;
  }
}
