package io.voltline.engine.web;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.engine.desk.CallStory;
import io.voltline.engine.desk.DeskEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * The contract's BrokenPromise.
 *
 * @param at empty in an event, which tells the moment itself
 */
record BrokenJson(
    Optional<Instant> at, CallId callId, QueueId queue, BreachCause cause, String caller) {

  static BrokenJson of(DeskEvent.PromiseBroken broken) {
    return new BrokenJson(
        Optional.empty(),
        broken.call(),
        broken.queue(),
        broken.cause(),
        Masked.number(broken.caller()));
  }

  static Optional<BrokenJson> of(CallStory call) {
    return call.promiseBroken()
        .flatMap(
            broken ->
                call.queue()
                    .map(
                        queue ->
                            new BrokenJson(
                                Optional.of(broken.at()),
                                call.callId(),
                                queue,
                                broken.cause(),
                                Masked.number(call.caller()))));
  }
}
