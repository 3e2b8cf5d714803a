package io.voltline.domain.routing;

import io.voltline.domain.kernel.OfferId;

/** One offer of one call to one agent, until its end is told. */
final class LiveOffer {
  enum Phase {
    RESERVED,
    RINGING,
    TALKING,
    /** Over for routing; the switch has not told the end yet. */
    CANCELLED
  }

  final OfferId id;
  final QueuedCall call;
  final AgentSlot agent;
  Phase phase = Phase.RESERVED;

  LiveOffer(OfferId id, QueuedCall call, AgentSlot agent) {
    this.id = id;
    this.call = call;
    this.agent = agent;
  }

  boolean is(Phase wanted) {
    return phase == wanted;
  }

  /** The phone rings for the call, or is about to. */
  boolean rings() {
    return phase == Phase.RESERVED || phase == Phase.RINGING;
  }

  /** A cancelled offer holds its agent only when the agent's phone may still ring for nobody. */
  boolean holdsAgent() {
    return agent.offer == this;
  }

  AgentState agentState() {
    return switch (phase) {
      case RESERVED -> AgentState.RESERVED;
      case RINGING, CANCELLED -> AgentState.RINGING;
      case TALKING -> AgentState.TALKING;
    };
  }
}
