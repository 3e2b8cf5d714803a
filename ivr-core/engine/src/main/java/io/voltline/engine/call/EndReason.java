package io.voltline.engine.call;

/** Why a call ended. */
public enum EndReason {
  CALLER_HUNG_UP,
  AGENT_HUNG_UP,
  ABANDONED_IN_FLOW,
  ABANDONED_IN_QUEUE,
  FLOW_ENDED,
  VOICEMAIL,
  ENGINE_LOST,
  /** A call that a desk made was answered, and is over. */
  TALK_ENDED,
  /**
   * A call that a desk made was not answered, or a line that stood in for a customer was not
   * needed.
   */
  NOT_REACHED,
  ERROR
}
