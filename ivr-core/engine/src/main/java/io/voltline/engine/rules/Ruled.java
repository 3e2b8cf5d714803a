package io.voltline.engine.rules;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.OutOfRange;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What administrators changed, over what the settings say.
 *
 * @param queues by name, those that are changed or added
 * @param names that were given; a queue that the settings do not have was added with its name
 * @param reasons that agents may give, each once, in the order in which they are offered
 */
public record Ruled(
    Map<String, RuleForm> queues,
    Optional<Names> names,
    Optional<LimitForm> limits,
    Optional<List<ReasonForm>> reasons) {
  /** No queue is named so: it stands for leaving a message. */
  public static final String VOICEMAIL = "voicemail";

  /** Nothing is changed. */
  public static final Ruled NOTHING =
      new Ruled(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Ruled {
    queues = Map.copyOf(queues);
    names = names.filter(it -> !it.equals(Names.NONE));
    reasons = reasons.map(List::copyOf);
  }

  /** With this rule of a queue, or the settings' own again. */
  public Ruled with(QueueId queue, Optional<RuleForm> rule) {
    Map<String, RuleForm> after = new TreeMap<>(queues);
    after.remove(queue.value());
    rule.ifPresent(it -> after.put(queue.value(), it));
    return new Ruled(after, names, limits, reasons);
  }

  /** With this name of a queue, or none. */
  public Ruled withName(QueueId queue, Optional<Bilingual> name) {
    return with(given().withQueue(queue.value(), name));
  }

  /** With these names of skills, by id. */
  public Ruled withSkills(Map<String, Bilingual> skills) {
    return with(given().withSkills(skills));
  }

  private Ruled with(Names changed) {
    return new Ruled(queues, Optional.of(changed), limits, reasons);
  }

  /** With these limits, or the settings' own again. */
  public Ruled with(Optional<LimitForm> changed) {
    return new Ruled(queues, names, changed, reasons);
  }

  /** With these reasons, or the program's own again. */
  public Ruled withReasons(Optional<List<ReasonForm>> changed) {
    return new Ruled(queues, names, limits, changed);
  }

  /** The names that were given. */
  public Names given() {
    return names.orElse(Names.NONE);
  }

  /** The reasons that agents may give, in the order in which they are offered. */
  public List<ReasonForm> busyReasons() {
    return reasons.orElse(ReasonForm.USUAL);
  }

  /**
   * The skills there are.
   *
   * @param settled those of the settings
   */
  public Set<SkillId> skills(Set<SkillId> settled) {
    Set<SkillId> all = new HashSet<>(settled);
    given().skills().keySet().forEach(id -> all.add(new SkillId(id)));
    return all;
  }

  /**
   * What routing is to go by.
   *
   * @param settled what the settings say
   * @param skills those of the settings
   * @throws BadRule naming queue and field, name or reason; also when a rule does not fit those of
   *     other queues
   */
  public RoutingProfile over(RoutingProfile settled, Set<SkillId> skills) throws BadRule {
    ReasonForm.check(busyReasons());
    given().check();
    Map<QueueId, QueueRule> rules = new LinkedHashMap<>(settled.queues());
    Set<SkillId> known = skills(skills);
    for (Map.Entry<String, RuleForm> changed : new TreeMap<>(queues).entrySet()) {
      String place = "queues." + changed.getKey();
      QueueId queue = queue(changed.getKey(), settled);
      try {
        rules.put(queue, changed.getValue().rule(queue, known));
      } catch (BadRule e) {
        throw e.in(place);
      }
    }
    for (String named : given().queues().keySet()) {
      if (rules.keySet().stream().noneMatch(queue -> queue.value().equals(named))) {
        throw new BadRule("names.queues." + named, "there is no such queue");
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

  /** One of the settings, or one that was added, which has a name. */
  private QueueId queue(String id, RoutingProfile settled) throws BadRule {
    String place = "queues." + id;
    try {
      QueueId queue = new QueueId(id);
      if (id.equals(VOICEMAIL)) {
        throw new BadRule(place, "no queue can be named so");
      }
      if (!settled.queues().containsKey(queue) && !given().queues().containsKey(id)) {
        throw new BadRule(place, "the settings have no such queue, and it has no name");
      }
      return queue;
    } catch (IllegalArgumentException e) {
      throw new BadRule(place, String.valueOf(e.getMessage()));
    }
  }
}
