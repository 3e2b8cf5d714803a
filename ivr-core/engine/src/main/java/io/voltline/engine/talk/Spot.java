package io.voltline.engine.talk;

/** Where in the dialplan a channel can be put. */
public enum Spot {
  /** With all who hear each other. */
  TALK,
  /** Apart, and silent. */
  HELD,
  /** Asking somebody else. */
  CONSULT,
  /** Passing the talk on. */
  TRANSFER,
  /** Calling somebody. */
  OUT,
  /** Listening to a phone. */
  SPY
}
