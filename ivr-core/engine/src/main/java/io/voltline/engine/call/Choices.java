package io.voltline.engine.call;

import io.voltline.domain.flow.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a caller who waits may choose instead, offered after a time and taken by a key. */
final class Choices {
  private static final char CALL_BACK = '2';
  private static final char MESSAGE = '3';

  private final boolean callBack;
  private final boolean message;
  private volatile Instant from;

  /**
   * Offers what the flow has a way for.
   *
   * @param exits of the queue's node
   * @param from before it nothing is offered, and keys count for nothing
   */
  Choices(Set<String> exits, Instant from) {
    this.callBack = exits.contains(Node.Queue.CALL_BACK);
    this.message = exits.contains(Node.Queue.MESSAGE);
    this.from = from;
  }

  boolean any() {
    return callBack || message;
  }

  /** From any thread: there is a storm, and whoever can wait at home need not wait here. */
  void early() {
    from = Instant.MIN;
  }

  /** What is to be said now. */
  List<String> prompts(Instant now) {
    if (!any() || now.isBefore(from)) {
      return List.of();
    }
    if (callBack && message) {
      return List.of("choose-call-back-or-message");
    }
    return List.of(callBack ? "choose-call-back" : "choose-message");
  }

  /** The keys that were offered: to wait on, or one of the ways out. */
  String keys(Instant now) {
    return prompts(now).isEmpty()
        ? ""
        : "1" + (callBack ? CALL_BACK : "") + (message ? MESSAGE : "");
  }

  /** The way out this key leads to; a key that was not offered is none. */
  Optional<WayOut> by(char key, Instant now) {
    if (now.isBefore(from)) {
      return Optional.empty();
    }
    if (key == CALL_BACK && callBack) {
      return Optional.of(WayOut.CALL_BACK);
    }
    return key == MESSAGE && message ? Optional.of(WayOut.MESSAGE) : Optional.empty();
  }
}
