package io.voltline.engine.admin;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.admin.StandingRules.What;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.RuleForm;
import io.voltline.engine.rules.Ruled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Queues and skills are added, named and taken away here; it holds at once. Those of the settings
 * stay. May block; throws {@link Unavailable}.
 */
public final class QueueDesk {
  private static final String SKILLS = "skills";
  private static final String NAME = "ownName";

  private final StandingRules rules;

  QueueDesk(StandingRules rules) {
    this.rules = rules;
  }

  /** The skills there are. Does not block. */
  public Set<SkillId> skills() {
    return rules.skills();
  }

  /** The names given to queues and skills. Does not block. */
  public Names names() {
    return rules.ruled().given();
  }

  /**
   * Adds a queue.
   *
   * @throws Refused INVALID naming the field, CONFLICT when there is one of this id
   */
  public KeptRules add(Actor by, QueueId queue, Bilingual name, RuleForm rule) throws Refused {
    synchronized (rules) {
      if (rules.profile().queues().containsKey(queue)) {
        throw new Refused(Refused.Reason.CONFLICT, "/queue: there is a queue " + queue);
      }
      Ruled after = rules.ruled().with(queue, Optional.of(rule)).withName(queue, Optional.of(name));
      RoutingProfile wanted = rules.fitting(after);
      var what = new Change.What(RuleDesk.QUEUE, queue.value(), Change.Action.CREATE);
      return rules.change(by, new What(what, Map.of(), facts(after, queue)), after, wanted);
    }
  }

  /**
   * Takes away a queue that was added. Callers who wait in it are served on as they asked.
   *
   * @throws Refused NOT_FOUND; INVALID saying who needs it: the settings, a flow, another queue
   */
  public KeptRules remove(Actor by, QueueId queue) throws Refused {
    synchronized (rules) {
      rules.existing(queue);
      if (!rules.own(queue)) {
        throw invalid("/queue: the settings have it: " + rules.place(queue));
      }
      List<String> flows = rules.shelf().flowsTo(queue);
      if (!flows.isEmpty()) {
        throw invalid("/queue: flows lead to it: " + String.join(", ", flows));
      }
      Ruled before = rules.ruled();
      Ruled after = before.with(queue, Optional.empty()).withName(queue, Optional.empty());
      RoutingProfile wanted = rules.fitting(after);
      var what = new Change.What(RuleDesk.QUEUE, queue.value(), Change.Action.REMOVE);
      return rules.change(by, new What(what, facts(before, queue), Map.of()), after, wanted);
    }
  }

  /** Of a queue that was added. */
  private static Map<String, Object> facts(Ruled ruled, QueueId queue) {
    var facts = new LinkedHashMap<String, Object>();
    Bilingual name = Objects.requireNonNull(ruled.given().queues().get(queue.value()));
    facts.put(NAME, Names.told(name));
    facts.putAll(Objects.requireNonNull(ruled.queues().get(queue.value())).facts());
    return facts;
  }

  /**
   * Names a queue.
   *
   * @param name empty for the desk's own word
   * @param seen the name when it was decided on
   * @throws Refused NOT_FOUND; INVALID, also for a queue that was added and gets none; CONFLICT
   *     when it is another by now
   */
  public KeptRules name(Actor by, QueueId queue, Optional<Bilingual> name, Optional<Bilingual> seen)
      throws Refused {
    synchronized (rules) {
      rules.existing(queue);
      Optional<Bilingual> before = name(rules.ruled(), queue);
      if (!before.equals(seen)) {
        throw new Refused(Refused.Reason.CONFLICT, "queue " + queue + " has another name by now");
      }
      if (name.isEmpty() && rules.own(queue)) {
        throw invalid("/name: a queue that was added has one");
      }
      Ruled after = rules.ruled().withName(queue, name);
      if (after.equals(rules.ruled())) {
        return rules.list();
      }
      RoutingProfile wanted = rules.fitting(after);
      What what =
          What.changed(RuleDesk.QUEUE, queue.value(), told(before), told(name(after, queue)));
      return rules.change(by, what, after, wanted);
    }
  }

  private static Optional<Bilingual> name(Ruled ruled, QueueId queue) {
    return Optional.ofNullable(ruled.given().queues().get(queue.value()));
  }

  /** An empty one stands for the desk's own word. */
  private static Map<String, Object> told(Optional<Bilingual> name) {
    return Map.of(NAME, name.map(Names::told).orElse(""));
  }

  /**
   * Adds, names and takes away skills.
   *
   * @param wanted names by id, of those that are added and those that the desk shall not call by
   *     its own word
   * @param seen them when it was decided on
   * @throws Refused INVALID naming the skill, also one that goes and is asked for or granted;
   *     CONFLICT when they are others by now
   */
  public KeptRules setSkills(Actor by, Map<String, Bilingual> wanted, Map<String, Bilingual> seen)
      throws Refused {
    synchronized (rules) {
      Map<String, Bilingual> before = names().skills();
      if (!before.equals(seen)) {
        throw new Refused(Refused.Reason.CONFLICT, "the skills are others by now");
      }
      Ruled after = rules.ruled().withSkills(wanted);
      if (after.equals(rules.ruled())) {
        return rules.list();
      }
      RoutingProfile fitting = rules.fitting(after);
      mayGo(rules.skillsIn(after));
      Map<String, Object> fresh = Names.facts(after.given().skills());
      What what = What.changed(SKILLS, SKILLS, Names.facts(before), fresh);
      return rules.change(by, what, after, fitting);
    }
  }

  private void mayGo(Set<SkillId> left) throws Refused {
    List<Set<SkillId>> agents = rules.shelf().skillsOfAgents();
    for (SkillId skill : rules.skills()) {
      if (!left.contains(skill) && agents.stream().anyMatch(held -> held.contains(skill))) {
        throw invalid("/skills/" + skill + ": accounts have it");
      }
    }
  }

  private static Refused invalid(String problem) {
    return new Refused(Refused.Reason.INVALID, problem);
  }
}
