package io.voltline.domain.fax;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.Optional;

/**
 * A fax that came in.
 *
 * @param id of the call that brought it
 * @param caller as signalled; empty when withheld
 * @param pages that can be read
 * @param station what the sending machine calls itself
 * @param error what went wrong, for people who look after the house
 * @param file absent only when EMPTY
 * @param order on which it is a document; absent only when EMPTY
 */
public record ReceivedFax(
    CallId id,
    String caller,
    Instant receivedAt,
    FaxStatus status,
    int pages,
    Optional<FaxMode> mode,
    Optional<String> station,
    Optional<String> error,
    Optional<FaxFile> file,
    Optional<WorkOrderNo> order) {}
