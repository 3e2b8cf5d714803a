package io.voltline.engine.recovery;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * A call whose caller was not satisfied, of which nothing has come yet.
 *
 * @param number the caller's, as the trunk gave it; empty text when withheld
 * @param agent who talked
 */
public record Dissatisfied(
    CallId call,
    String number,
    Optional<AccountNo> account,
    Optional<AgentNo> agent,
    Instant ratedAt) {}
