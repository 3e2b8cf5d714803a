package io.voltline.domain.simulation;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Small centres for the tests: one queue, one skill. */
final class Scenarios {
  static final long HOUR = 3_600_000;
  static final long DAY = 24 * HOUR;
  static final SkillId SKILL = new SkillId("general");
  static final CallClass GENERAL = asks("general", 0);

  /** What a test wants different; everything else is M/M/n without limits. */
  Law hold = new Law.Exponential(180_000);

  Law patience = new Law.Never();
  Rate rate = Rate.steady(200);
  Scenario.Redial redial = Scenario.Redial.NEVER;
  Scenario.Manner manner = Scenario.Manner.PROMPT;
  List<Worker> agents = agents(14);
  int lines = 1_000_000;
  long warmUp = HOUR;
  long length = DAY;
  RoutingProfile profile = profile(0, 1);

  Scenario build() {
    return build(new Arrivals.Formula(List.of(new Arrivals.Load(GENERAL, rate, hold, patience))));
  }

  Scenario build(Arrivals arrivals) {
    return new Scenario(profile, arrivals, redial, agents, manner, lines, warmUp, length);
  }

  static CallClass asks(String queue, int priority) {
    return new CallClass(new QueueId(queue), Demand.of(SKILL), priority);
  }

  static List<Worker> agents(int count) {
    return agents(count, List.of());
  }

  static List<Worker> agents(int count, List<Worker.Shift> shifts) {
    return IntStream.range(1001, 1001 + count)
        .mapToObj(
            i ->
                new Worker(
                    new AgentNo(Integer.toString(i)), List.of(Certificate.of(SKILL, 5)), shifts))
        .toList();
  }

  static RoutingProfile profile(long wrapUpMillis, int ringAtOnce) {
    QueueRule usual =
        new QueueRule(
            GENERAL.queue(),
            GENERAL.demand(),
            new Strategy.LongestIdle(),
            12_000,
            wrapUpMillis,
            0,
            1_000_000,
            List.of(),
            new Overflow(Optional.empty(), OptionalLong.empty(), 20_000));
    return new RoutingProfile(
        new RoutingProfile.Ring(4_000, 8_000, 0, ringAtOnce, 2_000, 2_000),
        new RoutingProfile.Ageing(30_000, 60_000),
        15_000,
        3_600_000,
        2,
        0,
        1,
        usual,
        Map.of());
  }
}
