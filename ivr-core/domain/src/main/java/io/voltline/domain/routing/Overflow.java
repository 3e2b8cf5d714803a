package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where callers go whom their queue cannot serve.
 *
 * @param to the queue that takes them; empty to leave routing, for a message
 * @param afterMillis wait after which they go; empty to wait on
 * @param nobodyAfterMillis wait after which they go while nobody is signed in who could serve them;
 *     0 for at once
 */
public record Overflow(Optional<QueueId> to, OptionalLong afterMillis, long nobodyAfterMillis) {
  /** To leave a message, at once when nobody is there, and otherwise never. */
  public static final Overflow MESSAGE = new Overflow(Optional.empty(), OptionalLong.empty(), 0);
}
