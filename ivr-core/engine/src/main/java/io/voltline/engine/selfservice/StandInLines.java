package io.voltline.engine.selfservice;

import io.voltline.engine.call.StandIn;

/** The switch, as far as lines stand in for customers. No method waits for the switch. */
public interface StandInLines {

  /** Whether all lines there are are known. */
  boolean known();

  /** Whether a line stands in for this call-back, waiting or talking. */
  boolean stands(long callBack);

  /** Puts a line in the queue; that it stands there is told by {@link #stands} a moment later. */
  void open(StandIn standIn);

  /** Takes the line out of the queue, also while an agent is being rung for it; a talk goes on. */
  void giveWay(long callBack);

  /** Takes the line out of the queue, unless an agent is being rung for it or talks on it. */
  void close(long callBack);
}
