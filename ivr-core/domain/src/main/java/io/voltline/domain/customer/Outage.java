package io.voltline.domain.customer;

import io.voltline.domain.kernel.Bilingual;
import java.time.Instant;
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
    Optional<String> parentWorkOrder) {}
