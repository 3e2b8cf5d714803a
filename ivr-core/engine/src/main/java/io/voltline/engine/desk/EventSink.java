package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;

/** The open desks. Methods hand over and return at once; a desk that is not open misses nothing. */
public interface EventSink {

  /** After {@link DeskEvent.SessionReplaced} the agent's connections are closed. */
  void toAgent(AgentNo agent, DeskEvent event);

  /** To supervisors, quality and administrators. */
  void toSupervisors(DeskEvent event);

  /**
   * To the desks that show the floor, of those who {@linkplain Role#supervises supervise}. They
   * hear of agents by this only.
   */
  void toFloorWatchers(DeskEvent event);

  void toAll(DeskEvent event);
}
