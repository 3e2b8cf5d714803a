package io.voltline.engine.call;

import io.voltline.domain.flow.Node;
import java.util.Optional;

/** A way out of the queue. */
enum WayOut {
  /** There was a talk and the agent ended it. */
  TALKED(Node.Queue.HUNG_UP, Optional.of(EndReason.AGENT_HUNG_UP)),
  /** The caller is to leave a message. */
  MESSAGE(Node.Queue.MESSAGE, Optional.empty()),
  /** The caller would rather be called back. */
  CALL_BACK(Node.Queue.CALL_BACK, Optional.empty()),
  /** Another engine takes the caller. */
  HANDED_OVER("", Optional.empty());

  private final String exit;
  private final Optional<EndReason> reason;

  WayOut(String exit, Optional<EndReason> reason) {
    this.exit = exit;
    this.reason = reason;
  }

  /** The exit of the flow's node. */
  String exit() {
    return exit;
  }

  /** How the call ended if nothing comes after it. */
  Optional<EndReason> reason() {
    return reason;
  }
}
