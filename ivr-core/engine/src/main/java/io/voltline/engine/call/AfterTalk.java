package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import java.util.Optional;

/** What becomes of a caller when a talk is over. */
@FunctionalInterface
public interface AfterTalk {

  /**
   * The caller waits again.
   *
   * @param queue empty for the one the caller came from
   * @param preferred who is to be rung before others
   */
  record Next(Optional<QueueId> queue, Optional<AgentNo> preferred) {}

  /** Empty when the call goes where the flow leads. Asked once a talk. */
  Optional<Next> next(CallId call);
}
