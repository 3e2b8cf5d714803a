package io.voltline.engine.config;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.Strategy;
import io.voltline.domain.routing.Widening;
import io.voltline.engine.rules.Ruled;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the rule of one queue, over what is usual. */
final class QueueSettings {
  private static final Set<String> KEYS =
      Set.of(
          "skills",
          "strategy",
          "promise",
          "wrap-up",
          "affinity",
          "most-waiting",
          "steps",
          "overflow");
  private static final Set<String> STEPS =
      Set.of("lower-levels", "drop-skill", "open-reserve", "add-queue");
  private static final Duration HOUR = Duration.ofHours(1);

  private final QueueId id;
  private final QueueRule usual;
  private final Set<SkillId> skills;

  /**
   * A reader for one queue.
   *
   * @param skills there are
   */
  QueueSettings(QueueId id, QueueRule usual, Set<SkillId> skills) {
    this.id = id;
    this.usual = usual;
    this.skills = skills;
  }

  QueueRule read(Section queues) {
    if (queues.isText(id.value())) {
      return usual.of(id, demand(queues, id.value()));
    }
    Section rule = queues.in(id.value());
    rule.nothingBut(KEYS);
    return new QueueRule(
        id,
        demand(rule, "skills"),
        rule.has("strategy") ? strategy(rule) : usual.strategy(),
        rule.has("promise") ? promise(rule) : usual.promiseMillis(),
        rule.has("wrap-up") ? wrapUp(rule) : usual.wrapUpMillis(),
        rule.has("affinity") ? affinity(rule) : usual.affinityMillis(),
        rule.has("most-waiting") ? mostWaiting(rule) : usual.mostWaiting(),
        rule.has("steps") ? rule.each("steps").stream().map(this::step).toList() : List.of(),
        rule.has("overflow") ? overflow(rule.in("overflow")) : usual.overflow());
  }

  static long promise(Section at) {
    return at.millis("promise", Duration.ofSeconds(1), Duration.ofMinutes(10));
  }

  static long wrapUp(Section at) {
    return at.millis("wrap-up", Duration.ZERO, Duration.ofDays(1));
  }

  static long affinity(Section at) {
    return at.millis("affinity", Duration.ZERO, Duration.ofMinutes(10));
  }

  static int mostWaiting(Section at) {
    return at.number("most-waiting", 1, 1_000_000);
  }

  static long nobodyAfter(Section at) {
    return at.millis("nobody-after", Duration.ZERO, HOUR);
  }

  static Strategy strategy(Section at) {
    if (at.isText("strategy")) {
      return at.value("strategy", QueueSettings::plain);
    }
    Section block = at.in("strategy");
    block.nothingBut(Set.of("fixed-ratio", "weighted"));
    if (block.keys().size() != 1) {
      throw at.blame("strategy", "must be one strategy");
    }
    if (block.has("fixed-ratio")) {
      Section ratio = block.in("fixed-ratio");
      ratio.nothingBut(Set.of("share"));
      return new Strategy.FixedRatio(ratio.number("share", 1, 1_000));
    }
    Section weights = block.in("weighted");
    weights.nothingBut(Set.of("wait-weight", "idle-weight", "level-weight"));
    return new Strategy.Weighted(
        weights.number("wait-weight", 1, 1_000),
        weights.number("idle-weight", 0, 1_000),
        weights.number("level-weight", 0, 1_000));
  }

  private static Strategy plain(String name) {
    return switch (name) {
      case "longest-idle" -> new Strategy.LongestIdle();
      case "longest-wait" -> new Strategy.LongestWait();
      case "best-skill" -> new Strategy.BestSkill();
      case "least-busy" -> new Strategy.LeastBusy();
      case "least-needed" -> new Strategy.LeastNeeded();
      default -> throw new IllegalArgumentException("there is no strategy '" + name + "'");
    };
  }

  private Demand demand(Section at, String name) {
    return at.value(
        name,
        text -> {
          Demand demand = Demand.parse(text);
          demand.skills().forEach(this::known);
          return demand;
        });
  }

  private SkillId known(SkillId skill) {
    if (!skills.contains(skill)) {
      String all =
          skills.stream()
              .map(SkillId::value)
              .collect(Collectors.toCollection(TreeSet::new))
              .toString();
      throw new IllegalArgumentException("there is no skill '" + skill + "' among " + all);
    }
    return skill;
  }

  private Widening step(Section step) {
    List<String> actions = step.keys().stream().filter(key -> !key.equals("after")).toList();
    actions.stream()
        .filter(action -> !STEPS.contains(action))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw step.blame(unknown, "no such option");
            });
    if (actions.size() != 1) {
      throw step.blame("after", "a step does one thing, this does " + actions.size());
    }
    long after = step.millis("after", Duration.ZERO, HOUR);
    return switch (actions.getFirst()) {
      case "lower-levels" -> new Widening.LowerLevels(after, step.number("lower-levels", 1, 9));
      case "drop-skill" ->
          new Widening.DropSkill(after, step.value("drop-skill", name -> known(new SkillId(name))));
      case "add-queue" -> new Widening.AddNeighbour(after, step.value("add-queue", QueueId::new));
      default -> {
        if (!step.flag("open-reserve")) {
          throw step.blame("open-reserve", "leave the step out instead");
        }
        yield new Widening.OpenReserve(after);
      }
    };
  }

  private Overflow overflow(Section overflow) {
    overflow.nothingBut(Set.of("to", "after", "nobody-after"));
    Optional<String> to = overflow.has("to") ? Optional.of(overflow.text("to")) : Optional.empty();
    return new Overflow(
        to.filter(name -> !name.equals(Ruled.VOICEMAIL))
            .map(name -> overflow.value("to", QueueId::new)),
        overflow.has("after")
            ? OptionalLong.of(overflow.millis("after", Duration.ZERO, Duration.ofDays(1)))
            : OptionalLong.empty(),
        overflow.has("nobody-after")
            ? nobodyAfter(overflow)
            : usual.overflow().nobodyAfterMillis());
  }
}
