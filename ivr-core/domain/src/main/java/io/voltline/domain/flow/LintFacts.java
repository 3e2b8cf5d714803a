package io.voltline.domain.flow;

import io.voltline.domain.kernel.QueueId;
import java.util.Set;

/**
 * What the house has that flows may name.
 *
 * @param prompts there are
 * @param queues there are
 * @param transfers numbers outside that callers may be connected with
 * @param orderTypes ids of the tree of work order types
 */
public record LintFacts(
    Prompts prompts, Set<QueueId> queues, Set<String> transfers, Set<String> orderTypes) {
  public LintFacts {
    queues = Set.copyOf(queues);
    transfers = Set.copyOf(transfers);
    orderTypes = Set.copyOf(orderTypes);
  }
}
