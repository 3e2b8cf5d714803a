package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The queues, agents and calls that random histories are made of: small, but with every rule. One
 * queue comes and goes.
 */
final class RandomCentre {
  static final int AGENTS = 5;

  static final SkillId GENERAL = new SkillId("general");
  static final SkillId FAULT = new SkillId("fault");
  static final SkillId ENGLISH = new SkillId("english");
  static final List<SkillId> SKILLS = List.of(GENERAL, FAULT, ENGLISH);

  private static final QueueId LAST = new QueueId("last");
  private static final QueueId STEPS = new QueueId("steps");
  private static final QueueId SMALL = new QueueId("small");
  private static final QueueId FIRST_COME = new QueueId("first-come");
  private static final QueueId ADDED = new QueueId("added");
  static final List<QueueId> QUEUES = List.of(LAST, STEPS, SMALL, FIRST_COME, ADDED);

  static final RoutingProfile.Ageing AGEING = new RoutingProfile.Ageing(30_000, 60_000);

  static final Map<QueueId, QueueRule> RULES =
      Map.of(
          LAST,
          rule(
              LAST,
              "general",
              new Strategy.LongestIdle(),
              30,
              List.of(),
              new Overflow(Optional.empty(), OptionalLong.empty(), 5_000)),
          STEPS,
          rule(
              STEPS,
              "fault:6+english:4|general:9",
              new Strategy.BestSkill(),
              100,
              List.of(
                  new Widening.LowerLevels(4_000, 3),
                  new Widening.DropSkill(9_000, ENGLISH),
                  new Widening.OpenReserve(20_000),
                  new Widening.AddNeighbour(30_000, LAST)),
              new Overflow(Optional.of(LAST), OptionalLong.empty(), 0)),
          SMALL,
          rule(
              SMALL,
              "fault",
              new Strategy.Weighted(3, 2, 1),
              3,
              List.of(),
              new Overflow(Optional.of(LAST), OptionalLong.of(40_000), 0)),
          FIRST_COME,
          rule(
              FIRST_COME,
              "english:2",
              new Strategy.LongestWait(),
              100,
              List.of(new Widening.LowerLevels(10_000, 1)),
              new Overflow(Optional.of(STEPS), OptionalLong.empty(), 3_000)));

  /** What somebody may change them to while callers wait. */
  static final Map<QueueId, QueueRule> OTHER_RULES =
      Map.of(
          LAST,
          rule(
              LAST,
              "general|fault:3",
              new Strategy.LeastBusy(),
              30,
              List.of(new Widening.OpenReserve(1_000)),
              new Overflow(Optional.empty(), OptionalLong.of(90_000), 1_000)),
          STEPS,
          changed(
              rule(
                  STEPS,
                  "fault:6+english:4",
                  new Strategy.FixedRatio(2),
                  100,
                  List.of(new Widening.DropSkill(2_000, ENGLISH)),
                  new Overflow(Optional.of(SMALL), OptionalLong.empty(), 0)),
              20_000),
          SMALL,
          changed(
              rule(
                  SMALL,
                  "fault:2",
                  new Strategy.FixedRatio(5),
                  1,
                  List.of(new Widening.AddNeighbour(3_000, LAST)),
                  new Overflow(Optional.of(LAST), OptionalLong.empty(), 0)),
              8_000),
          FIRST_COME,
          rule(
              FIRST_COME,
              "english:9",
              new Strategy.Weighted(4, 0, 2),
              2,
              List.of(),
              new Overflow(Optional.of(STEPS), OptionalLong.empty(), 3_000)),
          ADDED,
          rule(
              ADDED,
              "general:2+english",
              new Strategy.BestSkill(),
              4,
              List.of(new Widening.LowerLevels(3_000, 2)),
              new Overflow(Optional.of(LAST), OptionalLong.of(20_000), 0)));

  static final RoutingProfile PROFILE =
      new RoutingProfile(
          new RoutingProfile.Ring(3_000, 6_000, 1_000, 3, 2_000, 2_000),
          AGEING,
          15_000,
          3_600_000,
          2,
          10,
          50,
          Objects.requireNonNull(RULES.get(LAST)),
          RULES);

  /** Its rule, or that by which it is served while there is none. */
  static QueueRule rule(QueueId queue, Map<QueueId, QueueRule> rules) {
    QueueRule rule = rules.get(queue);
    return rule != null ? rule : PROFILE.usual().of(queue, demand(queue));
  }

  /** What callers who come to it ask for. */
  private static Demand demand(QueueId queue) {
    QueueRule rule = queue.equals(ADDED) ? OTHER_RULES.get(queue) : RULES.get(queue);
    return Objects.requireNonNull(rule).demand();
  }

  private final RandomGenerator random;

  RandomCentre(RandomGenerator random) {
    this.random = random;
  }

  Certificate[] certificates(long now) {
    List<Certificate> some = new ArrayList<>();
    for (SkillId skill : SKILLS) {
      if (random.nextInt(3) > 0) {
        OptionalLong until =
            random.nextInt(8) == 0
                ? OptionalLong.of(now + random.nextLong(1, 120_000))
                : OptionalLong.empty();
        some.add(new Certificate(skill, random.nextInt(1, 11), random.nextInt(5) == 0, until));
      }
    }
    return some.toArray(Certificate[]::new);
  }

  QueueRequest request(long now) {
    QueueId queue = QUEUES.get(random.nextInt(QUEUES.size()));
    long queuedAt = now - (random.nextInt(5) == 0 ? random.nextLong(60_000) : 0);
    int priority = random.nextInt(4) == 0 ? random.nextInt(10) : 0;
    List<AgentNo> preferred =
        random.nextInt(5) == 0 ? List.of(Centre.agent(someAgent())) : List.of();
    return new QueueRequest(
        queue, demand(queue), priority, random.nextInt(6) == 0, preferred, queuedAt);
  }

  int someAgent() {
    return 1001 + random.nextInt(AGENTS);
  }

  private static QueueRule changed(QueueRule rule, long promiseMillis) {
    return new QueueRule(
        rule.id(),
        rule.demand(),
        rule.strategy(),
        promiseMillis,
        rule.wrapUpMillis(),
        rule.affinityMillis(),
        rule.mostWaiting(),
        rule.steps(),
        rule.overflow());
  }

  private static QueueRule rule(
      QueueId id,
      String demand,
      Strategy strategy,
      int mostWaiting,
      List<Widening> steps,
      Overflow overflow) {
    return new QueueRule(
        id, Demand.parse(demand), strategy, 12_000, 10_000, 3_000, mostWaiting, steps, overflow);
  }
}
