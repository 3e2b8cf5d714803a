package io.voltline.bench.agi;

import java.time.Duration;

/**
 * What the switch asks of a server.
 *
 * @param atOnce sessions kept up; one that ends makes room for the next
 * @param hold how long the switch takes for the command that waits for a key
 */
record Load(int atOnce, Duration hold) {
  /** Never held: as many as the server can do. */
  static final Load BUSY = new Load(200, Duration.ZERO);

  static final Load CROWD = new Load(5_000, Duration.ofMillis(100));
  static final Load PATIENT = new Load(5_000, Duration.ofSeconds(2));

  @Override
  public String toString() {
    return "%,d at once".formatted(atOnce)
        + (hold.isZero() ? "" : ", held %,d ms".formatted(hold.toMillis()));
  }
}
