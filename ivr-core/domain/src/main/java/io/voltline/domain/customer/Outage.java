package io.voltline.domain.customer;

import io.voltline.domain.kernel.Bilingual;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A loss of supply that is going on.
 *
 * @param parentWorkOrder the order that reports of the same outage are linked to
 */
public record Outage(
    String id,
    OutageKind kind,
    Bilingual reason,
    Instant startedAt,
    Optional<Instant> expectedBackAt,
    Optional<String> parentWorkOrder) {

  /** When supply comes back; empty when nobody knows, as when the time told is over. */
  public Optional<Instant> backAfter(Instant now) {
    return expectedBackAt.filter(now::isBefore);
  }

  /**
   * The outage a caller is told of: of those that began and are not a single account's, the one
   * that ends last, since until then there is no supply.
   */
  public static Optional<Outage> toTell(List<Outage> running, Instant now) {
    return running.stream()
        .filter(outage -> outage.kind() != OutageKind.ARREARS && !outage.startedAt().isAfter(now))
        .max(Comparator.comparing(outage -> outage.backAfter(now).orElse(Instant.MAX)));
  }
}
