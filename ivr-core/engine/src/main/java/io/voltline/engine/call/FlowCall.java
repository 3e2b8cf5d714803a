package io.voltline.engine.call;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import java.util.List;
import java.util.Optional;

/**
 * The call on whose behalf a flow asks.
 *
 * @param callerNumber as the trunk gave it; empty text when withheld
 * @param account the caller's, as far as the flow knows it
 * @param path names of the nodes the caller came to, oldest first
 * @param stood where the caller waits, or waited last
 */
public record FlowCall(
    CallId call,
    String callerNumber,
    Language language,
    Optional<AccountNo> account,
    List<String> path,
    Optional<PlaceInLine> stood) {
  public FlowCall {
    path = List.copyOf(path);
  }
}
