package io.voltline.domain.routing;

/** How an offer ended; RINGING while it has not. */
public enum OfferOutcome {
  RINGING,
  ANSWERED,
  /** The agent let it ring for the whole ring time. */
  NOT_ANSWERED,
  /** The agent's phone refused the call. */
  REJECTED,
  /** The agent's phone could not be reached or was in another call. */
  UNREACHABLE,
  /** The caller hung up or left the queue while it rang. */
  CALLER_LEFT,
  /** Another agent who rang for the same call was first. */
  SUPERSEDED
}
