package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.StateRequest;
import java.util.List;

/**
 * What agents ask of the dispatcher. Each method waits for the answer and is meant for a virtual
 * thread; each throws {@link Overloaded} when the mailbox is full.
 */
public interface AgentCommands {

  /**
   * Signs an agent in, BUSY with reason NOT_READY. One who is signed in already keeps the state and
   * gets the certificates.
   */
  AgentView signIn(AgentNo agent, List<Certificate> certificates);

  /**
   * Signs an agent in again who was signed in before this engine started, with what is known of
   * then. Whoever was idle is idle again as soon as the phone is told reachable; a call that was
   * going on then leaves its agent BUSY with reason NOT_READY.
   */
  AgentView restore(AgentView last, List<Certificate> certificates);

  /** All who were signed in before this engine started are: nobody there means nobody now. */
  void agentsKnown();

  /** Signs an agent out; refused with TALKING while a caller rings or talks. */
  void signOut(AgentNo agent) throws RequestRefused;

  /**
   * Keeps an agent's phone for a call that is no offer of routing's: nobody else rings it until
   * {@link Routing#phoneFree}. Refused while a caller rings or talks, or when the phone can't be
   * rung.
   *
   * @param own whether the agent wishes so; anybody else is refused with NOT_IDLE unless idle
   */
  AgentView claim(AgentNo agent, CallId call, boolean own) throws RequestRefused;

  /** Takes a state now, or when the call is over if asked during one. */
  AgentView request(AgentNo agent, StateRequest state) throws RequestRefused;

  /** The same on a supervisor's word, which outweighs the number who may rest at once. */
  AgentView grant(AgentNo agent, StateRequest state) throws RequestRefused;
}
