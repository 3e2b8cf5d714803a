package io.voltline.engine.dispatch;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.QueueRequest;

/**
 * What calls and phones tell the dispatcher. Every method hands over to the mailbox and returns at
 * once; facts about dead offers and gone calls are ignored and counted.
 */
public interface Routing {

  /**
   * A caller waits.
   *
   * <p>Throws {@link Overloaded} when the mailbox is half full; the caller is then not queued.
   */
  void callQueued(CallId call, QueueRequest request);

  /** The caller, who waits, is to be served as this asks from now on. */
  void callMoved(CallId call, QueueRequest request);

  /** The caller is to be told where they stand; answered with {@link Callers#placeTold}. */
  void placeAsked(CallId call);

  /** The caller hung up or left the queue; an offer of the call that still rings is over. */
  void callGone(CallId call);

  /** A phone is rung for the caller that is no offer of routing's; the place is kept. */
  void callTaken(CallId call);

  /** That phone did not answer. */
  void callReturned(CallId call);

  /** The agent's phone rings. */
  void offerRinging(OfferId offer);

  /** The agent took the call; the two are joined when the number was announced. */
  void offerAnswered(OfferId offer);

  /** The caller hears the agent. */
  void talkBegan(OfferId offer);

  /**
   * The ring ended without an answer. Told of every offer that was not answered, of cancelled ones
   * and those whose caller left too: until then the agent counts as being rung.
   */
  void offerEnded(OfferId offer, OfferOutcome outcome);

  /** The talk that began with this offer is over; after-call work begins. */
  void talkEnded(OfferId offer);

  /** The agent put the other side of the talk on hold, or took it back. */
  void talkHeld(AgentNo agent, boolean held);

  /** The agent's phone can or can no longer be rung. */
  void phoneReachable(AgentNo agent, boolean reachable);

  /**
   * The agent's phone has a channel, whether an offer of routing's own or another call.
   *
   * @param talking whether the phone is off the hook, rather than ringing
   */
  void phoneInUse(AgentNo agent, CallId call, boolean talking);

  /** The agent's phone has no channel any more. */
  void phoneFree(AgentNo agent);
}
