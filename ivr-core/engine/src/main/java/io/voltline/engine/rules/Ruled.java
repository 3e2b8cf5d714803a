package io.voltline.engine.rules;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.OutOfRange;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What administrators changed, over what the settings say.
 *
 * @param queues by name, those that are changed
 * @param reasons that agents may give, each once, in the order in which they are offered
 */
public record Ruled(
    Map<String, RuleForm> queues, Optional<LimitForm> limits, Optional<List<ReasonForm>> reasons) {
  /** Nothing is changed. */
  public static final Ruled NOTHING = new Ruled(Map.of(), Optional.empty(), Optional.empty());

  public Ruled {
    queues = Map.copyOf(queues);
    reasons = reasons.map(List::copyOf);
  }

  /** With this rule of a queue, or the settings' own again. */
  public Ruled with(QueueId queue, Optional<RuleForm> rule) {
    Map<String, RuleForm> after = new TreeMap<>(queues);
    after.remove(queue.value());
    rule.ifPresent(it -> after.put(queue.value(), it));
    return new Ruled(after, limits, reasons);
  }

  /** With these limits, or the settings' own again. */
  public Ruled with(Optional<LimitForm> changed) {
    return new Ruled(queues, changed, reasons);
  }

  /** With these reasons, or the program's own again. */
  public Ruled withReasons(Optional<List<ReasonForm>> changed) {
    return new Ruled(queues, limits, changed);
  }

  /** The reasons that agents may give, in the order in which they are offered. */
  public List<ReasonForm> busyReasons() {
    return reasons.orElse(ReasonForm.USUAL);
  }

  /**
   * What routing is to go by.
   *
   * @param settled what the settings say
   * @param skills there are
   * @throws BadRule naming queue and field, or reason; also when a rule does not fit those of other
   *     queues
   */
  public RoutingProfile over(RoutingProfile settled, Set<SkillId> skills) throws BadRule {
    ReasonForm.check(busyReasons());
    Map<QueueId, QueueRule> rules = new LinkedHashMap<>(settled.queues());
    for (Map.Entry<String, RuleForm> changed : new TreeMap<>(queues).entrySet()) {
      String place = "queues." + changed.getKey();
      QueueId queue = known(changed.getKey(), settled);
      try {
        rules.put(queue, changed.getValue().rule(queue, skills));
      } catch (BadRule e) {
        throw e.in(place);
      }
    }
    LimitForm agents = limits.orElseGet(() -> LimitForm.of(settled));
    try {
      return settled.with(
          List.copyOf(rules.values()), agents.mostWrapUpMillis(), agents.mostResting());
    } catch (OutOfRange e) {
      throw new BadRule(e.figure(), String.valueOf(e.getMessage()));
    }
  }

  private static QueueId known(String name, RoutingProfile settled) throws BadRule {
    return settled.queues().keySet().stream()
        .filter(queue -> queue.value().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadRule("queues." + name, "the settings have no such queue"));
  }
}
