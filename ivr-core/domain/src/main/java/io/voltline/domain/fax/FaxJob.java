package io.voltline.domain.fax;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * A document somebody asked for.
 *
 * @param call in which it was asked for
 * @param document its id
 * @param tries begun so far
 * @param sent how it was sent; present when SENT
 * @param error why the last try failed
 */
public record FaxJob(
    long id,
    Optional<CallId> call,
    String document,
    PhoneNumber number,
    FaxState state,
    int tries,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<FaxEnd.Sent> sent,
    Optional<String> error) {}
