package io.voltline.engine.rules;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OutOfRange;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.Widening;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule of one queue as people write it; what is not within its range is refused by {@link
 * #rule}.
 *
 * @param demand the skills its calls ask for, as in {@code fault:3+inquiry:2|general}
 * @param promiseSeconds 1 to 600
 * @param wrapUpSeconds 0 to 86,400
 * @param affinitySeconds 0 to 600
 * @param mostWaiting 1 to 1,000,000
 * @param steps by waiting time, ascending
 * @param overflow another queue; empty for a message
 * @param overflowAfterSeconds 0 to 86,400; empty for never
 * @param nobodyAfterSeconds 0 to 3,600
 */
public record RuleForm(
    String demand,
    StrategyForm strategy,
    double promiseSeconds,
    double wrapUpSeconds,
    double affinitySeconds,
    int mostWaiting,
    List<StepForm> steps,
    Optional<String> overflow,
    Optional<Double> overflowAfterSeconds,
    double nobodyAfterSeconds) {
  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;

  public RuleForm {
    steps = List.copyOf(steps);
  }

  /** The form that stands for a rule. */
  public static RuleForm of(QueueRule rule) {
    OptionalLong after = rule.overflow().afterMillis();
    return new RuleForm(
        rule.demand().toString(),
        StrategyForm.of(rule.strategy()),
        Seconds.of(rule.promiseMillis()),
        Seconds.of(rule.wrapUpMillis()),
        Seconds.of(rule.affinityMillis()),
        rule.mostWaiting(),
        rule.steps().stream().map(StepForm::of).toList(),
        rule.overflow().to().map(QueueId::value),
        after.isPresent() ? Optional.of(Seconds.of(after.getAsLong())) : Optional.empty(),
        Seconds.of(rule.overflow().nobodyAfterMillis()));
  }

  /**
   * The rule this form stands for. How it fits the other queues' is not looked at.
   *
   * @param skills there are
   * @throws BadRule naming the field
   */
  public QueueRule rule(QueueId queue, Set<SkillId> skills) throws BadRule {
    Demand asked = demand(skills);
    List<Widening> widenings = widenings(skills);
    Overflow to = away();
    try {
      return new QueueRule(
          queue,
          asked,
          strategy.strategy(),
          Seconds.millis("promise", promiseSeconds, DAY),
          Seconds.millis("wrap-up", wrapUpSeconds, DAY),
          Seconds.millis("affinity", affinitySeconds, DAY),
          mostWaiting,
          widenings,
          to);
    } catch (OutOfRange e) {
      throw new BadRule(e.figure(), String.valueOf(e.getMessage()));
    }
  }

  private Demand demand(Set<SkillId> skills) throws BadRule {
    try {
      Demand asked = Demand.parse(demand);
      asked.skills().forEach(skill -> StepForm.known(skill, skills));
      return asked;
    } catch (IllegalArgumentException e) {
      throw new BadRule("demand", String.valueOf(e.getMessage()));
    }
  }

  private List<Widening> widenings(Set<SkillId> skills) throws BadRule {
    List<Widening> all = new ArrayList<>();
    for (StepForm step : steps) {
      try {
        all.add(step.step(skills));
      } catch (BadRule e) {
        throw e.in("steps." + all.size());
      }
    }
    return all;
  }

  private Overflow away() throws BadRule {
    try {
      return new Overflow(
          overflow.map(QueueId::new),
          overflowAfterSeconds.isPresent()
              ? OptionalLong.of(Seconds.millis("overflow.after", overflowAfterSeconds.get(), DAY))
              : OptionalLong.empty(),
          Seconds.millis("overflow.nobody-after", nobodyAfterSeconds, HOUR));
    } catch (IllegalArgumentException e) {
      throw new BadRule("overflow.to", String.valueOf(e.getMessage()));
    }
  }

  /** Field by field, as it is kept with a change. */
  public Map<String, Object> facts() {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("demand", demand);
    facts.put("strategy", strategy.told());
    facts.put("promise", Seconds.told(promiseSeconds));
    facts.put("wrapUp", Seconds.told(wrapUpSeconds));
    facts.put("affinity", Seconds.told(affinitySeconds));
    facts.put("mostWaiting", String.valueOf(mostWaiting));
    facts.put("steps", steps.stream().map(StepForm::told).collect(Collectors.joining(", ")));
    facts.put("overflow", overflow.orElse(""));
    facts.put("overflowAfter", overflowAfterSeconds.map(Seconds::told).orElse(""));
    facts.put("nobodyAfter", Seconds.told(nobodyAfterSeconds));
    return facts;
  }
}
