package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What must hold among the rules of all queues; each mistake names the queue and the step. */
final class Rules {
  private Rules() {}

  static void check(Map<QueueId, QueueRule> queues) {
    for (QueueRule rule : new TreeMap<>(byName(queues)).values()) {
      String place = "queues." + rule.id();
      for (int i = 0; i < rule.steps().size(); i++) {
        step(rule, i, queues, place + ".steps." + i);
      }
      overflow(rule, queues, place + ".overflow");
    }
  }

  /** In an order of its own, so that of several mistakes the same one is told each time. */
  private static Map<String, QueueRule> byName(Map<QueueId, QueueRule> queues) {
    return queues.entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue));
  }

  /** Whether any of these agents has all the skills of any alternative, after the last step. */
  static boolean served(
      QueueRule rule, Map<QueueId, QueueRule> queues, Collection<Set<SkillId>> agents) {
    Demand least =
        new Kind(rule, rule.demand(), queues, new SkillGroups(), new WaitForecast())
            .widest()
            .demand
            .orElseThrow();
    return agents.stream().anyMatch(least::knownTo);
  }

  private static void step(QueueRule rule, int i, Map<QueueId, QueueRule> queues, String place) {
    Widening step = rule.steps().get(i);
    long before = i == 0 ? 0 : rule.steps().get(i - 1).afterMillis();
    demand(step.afterMillis() >= before, place, "comes before the step it follows");
    demand(!rule.steps().subList(0, i).contains(step), place, "is there twice");
    switch (step) {
      case Widening.LowerLevels s ->
          demand(s.by() >= 1 && s.by() <= 9, place, "lowers levels by " + s.by() + ", not 1 to 9");
      case Widening.DropSkill s -> drop(rule, i, s.skill(), place);
      case Widening.OpenReserve _ ->
          demand(
              rule.steps().subList(0, i).stream().noneMatch(Widening.OpenReserve.class::isInstance),
              place,
              "opens the reserve again");
      case Widening.AddNeighbour s -> {
        demand(queues.containsKey(s.queue()), place, "there is no queue " + s.queue());
        demand(!s.queue().equals(rule.id()), place, "adds the queue to itself");
      }
    }
  }

  private static void drop(QueueRule rule, int i, SkillId skill, String place) {
    Demand before = rule.demand();
    for (Widening step : rule.steps().subList(0, i)) {
      before = step instanceof Widening.DropSkill d ? before.without(d.skill()) : before;
    }
    demand(before.skills().contains(skill), place, "drops " + skill + ", which is not asked for");
    demand(
        !before.without(skill).equals(before),
        place,
        "drops " + skill + ", the only skill asked for");
  }

  private static void overflow(QueueRule rule, Map<QueueId, QueueRule> queues, String place) {
    Set<QueueId> seen = new HashSet<>(Set.of(rule.id()));
    QueueRule at = rule;
    while (at != null && at.overflow().to().isPresent()) {
      QueueId next = at.overflow().to().get();
      demand(queues.containsKey(next), place, "there is no queue " + next);
      demand(seen.add(next), place, "overflows in a circle through " + next);
      at = queues.get(next);
    }
  }

  private static void demand(boolean holds, String place, String problem) {
    if (!holds) {
      throw new OutOfRange(place, problem);
    }
  }
}
