package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.rules.ReasonForm;
import java.util.List;

/** Live states of agents and queues, and how an agent changes the own one. May block. */
public interface AgentDesk {

  /** Everybody with an account, signed in or not, ordered by agent number. */
  List<Agent> agents();

  List<QueueView> queues();

  /** The reasons that may be given for being busy, in the order in which they are offered. */
  List<ReasonForm> reasons();

  /**
   * Takes a state now, or when the call is over if asked during one.
   *
   * @throws Refused PHONE_NOT_REACHABLE, TALKING, TOO_MANY_RESTING, NEEDS_APPROVAL, INVALID for a
   *     reason that is not offered or not for so long, FORBIDDEN for whoever takes no calls, or
   *     INVALID_STATE when not signed in
   */
  Agent request(AgentNo agent, StateRequest state) throws Refused;

  /**
   * The state as it would be taken: with its reason, and with the minutes that one has by itself.
   *
   * @throws Refused INVALID for a reason that is not offered or not for so long
   */
  StateRequest fitting(StateRequest state) throws Refused;

  /**
   * Has an agent take a state by a supervisor's word, which is approval enough.
   *
   * @throws Refused as {@link #request}, but never NEEDS_APPROVAL or TOO_MANY_RESTING
   */
  Agent force(AgentNo agent, StateRequest state) throws Refused;
}
