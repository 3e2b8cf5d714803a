package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;

/** What is known of agents' days. May block and throws Unavailable. */
@FunctionalInterface
public interface AgentDays {

  /** Of what began at this moment or later. */
  AgentDay of(AgentNo agent, Instant from);
}
