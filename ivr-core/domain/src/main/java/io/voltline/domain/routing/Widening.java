package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;

/** One step by which a queue asks for less of the agent, the longer a caller has waited. */
public sealed interface Widening {

  /** Milliseconds of waiting after which the step is taken, 0 or more. */
  long afterMillis();

  /** Every level asked for is lower by this many, 1 to 9. */
  record LowerLevels(long afterMillis, int by) implements Widening {}

  /** A skill is asked for no more, unless it is the only one. */
  record DropSkill(long afterMillis, SkillId skill) implements Widening {}

  /** Reserve agents may be rung. */
  record OpenReserve(long afterMillis) implements Widening {}

  /** Agents who serve the other queue may be rung, too. */
  record AddNeighbour(long afterMillis, QueueId queue) implements Widening {}
}
