package io.voltline.engine.dispatch;

import io.voltline.domain.routing.Command;
import java.time.Instant;

/**
 * Hears of every promise that is broken, in that moment, on the dispatcher's own thread. Must not
 * block.
 */
public interface PromiseObserver {
  void broken(Command.PromiseBroken promise, Instant at);
}
