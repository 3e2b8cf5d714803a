package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
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

  /** Takes a state now, or when the call is over if asked during one. */
  AgentView request(AgentNo agent, StateRequest state) throws RequestRefused;
}
