package io.voltline.domain.broadcast;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;

/** Whom a broadcast is for; only agents are meant, who take calls. */
public sealed interface Audience {

  record Everybody() implements Audience {}

  /** Whoever has the skills of this queue, at whatever level. */
  record QueueAgents(QueueId queue) implements Audience {}

  record OneAgent(AgentNo agent) implements Audience {}
}
