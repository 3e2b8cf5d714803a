package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import java.util.List;

/**
 * What a call asks for when it is queued.
 *
 * @param priority 0 (usual) to 8 give a head start in line; 9 is danger, which goes before
 *     everybody
 * @param keyCustomer critical and key customers have a head start of their own
 * @param preferred the agents to be preferred, the dearest first: account manager, last agent
 * @param queuedAtMillis when the wait began; before the stamp after a take-over
 */
public record QueueRequest(
    QueueId queue,
    Demand demand,
    int priority,
    boolean keyCustomer,
    List<AgentNo> preferred,
    long queuedAtMillis) {
  /** The priority that goes before everybody. */
  public static final int DANGER = 9;

  public QueueRequest {
    if (priority < 0 || priority > DANGER) {
      throw new IllegalArgumentException("priority: must be 0 to 9");
    }
    preferred = List.copyOf(preferred);
  }

  /** A call like any other. */
  public static QueueRequest usual(QueueId queue, Demand demand, long queuedAtMillis) {
    return new QueueRequest(queue, demand, 0, false, List.of(), queuedAtMillis);
  }
}
