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
  ERROR
}
