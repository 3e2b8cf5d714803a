package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
import java.util.List;
import java.util.Optional;

/** The present as the dispatcher's owner last published it; reading never disturbs the owner. */
public interface LiveView {

  /** Empty for an agent who was never signed in since the engine's start. */
  Optional<AgentView> agent(AgentNo agent);

  /** Every queue that was used or has agents, ordered by name. */
  List<QueueView> queues();

  /**
   * Callers not answered yet, a bounded number: first whose promise can still be kept, the soonest
   * due at the head, then the others, the longest waiting at the head.
   */
  List<WaitingView> waiting();
}
