package io.voltline.engine.config;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OutOfRange;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.rules.Ruled;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the rules of routing.
 *
 * @param places where the rule of each queue is written
 * @param skills the ones there are
 */
record RoutingSettings(RoutingProfile profile, Map<QueueId, String> places, Set<SkillId> skills) {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  static RoutingSettings read(Section routing) {
    Set<SkillId> skills =
        routing.texts("skills").stream()
            .map(name -> skill(name, routing))
            .collect(Collectors.toSet());
    Section queues = routing.in("queues");
    Map<QueueId, QueueRule> rules = new LinkedHashMap<>();
    Map<QueueId, String> places = new LinkedHashMap<>();
    QueueRule usual = usual(routing);
    for (String name : queues.keys()) {
      QueueId id = id(name, queues);
      rules.put(id, new QueueSettings(id, usual, skills).read(queues));
      places.put(id, "voltline.routing.queues." + name + ", " + queues.place(name));
    }
    return new RoutingSettings(profile(routing, usual, rules), places, skills);
  }

  private static SkillId skill(String name, Section routing) {
    try {
      return new SkillId(name);
    } catch (IllegalArgumentException e) {
      throw routing.blame("skills", String.valueOf(e.getMessage()));
    }
  }

  private static QueueId id(String name, Section queues) {
    try {
      if (!name.equals(Ruled.VOICEMAIL)) {
        return new QueueId(name);
      }
    } catch (IllegalArgumentException e) {
      throw queues.blame(name, String.valueOf(e.getMessage()));
    }
    throw queues.blame(name, "no queue can be named so");
  }

  /** How queues are served that say nothing else. */
  private static QueueRule usual(Section routing) {
    return new QueueRule(
        new QueueId("usual"),
        Demand.of(new SkillId("usual")),
        QueueSettings.strategy(routing),
        QueueSettings.promise(routing),
        QueueSettings.wrapUp(routing),
        QueueSettings.affinity(routing),
        QueueSettings.mostWaiting(routing),
        List.of(),
        new Overflow(Optional.empty(), OptionalLong.empty(), QueueSettings.nobodyAfter(routing)));
  }

  /** The profile checks how its figures and rules fit each other and names what does not. */
  private static RoutingProfile profile(
      Section routing, QueueRule usual, Map<QueueId, QueueRule> rules) {
    try {
      return new RoutingProfile(
          ring(routing),
          new RoutingProfile.Ageing(
              routing.millis("head-start", Duration.ZERO, HOUR),
              routing.millis("key-head-start", Duration.ZERO, HOUR)),
          routing.millis("phone-retry", SECOND, TEN_MINUTES),
          routing.millis("most-wrap-up", Duration.ZERO, DAY),
          routing.number("most-resting", 0, 100_000),
          routing.number("explained-agents", 0, 10_000),
          routing.number("explained-decisions", 1, 10_000),
          usual,
          rules);
    } catch (OutOfRange e) {
      throw routing.blame(e.figure(), String.valueOf(e.getMessage()));
    }
  }

  private static RoutingProfile.Ring ring(Section routing) {
    return new RoutingProfile.Ring(
        routing.millis("min-ring", SECOND, TEN_MINUTES),
        routing.millis("max-ring", SECOND, TEN_MINUTES),
        routing.millis("connect", Duration.ZERO, MINUTE),
        routing.number("ring-at-once", 1, 10),
        routing.millis("ring-guard", SECOND, MINUTE),
        routing.millis("cancel-guard", SECOND, MINUTE));
  }
}
