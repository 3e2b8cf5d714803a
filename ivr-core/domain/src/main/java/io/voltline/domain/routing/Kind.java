package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calls of one queue that ask for the same: the lines they go through step by step. */
final class Kind {
  /** Before any step. */
  final Demand asked;

  final WaitForecast forecast;
  private final List<Line> closed = new ArrayList<>();
  private final List<Line> open = new ArrayList<>();

  Kind(
      QueueRule rule,
      Demand demand,
      Map<QueueId, QueueRule> rules,
      SkillGroups groups,
      WaitForecast forecast) {
    this.asked = demand;
    this.forecast = forecast;
    Demand widened = demand;
    add(widened, groups);
    for (Widening step : rule.steps()) {
      widened =
          switch (step) {
            case Widening.LowerLevels s -> widened.lowered(s.by());
            case Widening.DropSkill s -> widened.without(s.skill());
            case Widening.OpenReserve _ -> widened;
            case Widening.AddNeighbour s ->
                rules.containsKey(s.queue()) ? widened.or(rules.get(s.queue()).demand()) : widened;
          };
      add(widened, groups);
    }
  }

  /** The line after this many steps. */
  Line line(int steps, boolean reserveOpen) {
    return (reserveOpen ? open : closed).get(steps);
  }

  /** The lines of those for whom the reserve is not opened yet. */
  List<Line> closed() {
    return closed;
  }

  /** The line that asks for least: whoever may not serve here serves these calls never. */
  Line widest() {
    return open.getLast();
  }

  /** Whether anybody signed in is a reserve for a skill these calls ask for. */
  boolean hasReserve() {
    for (Door door : widest().doors()) {
      if (door.group.reserves() > 0) {
        return true;
      }
    }
    return false;
  }

  private void add(Demand demand, SkillGroups groups) {
    closed.add(new Line(demand, false, groups));
    open.add(new Line(demand, true, groups));
  }
}
