package io.voltline.engine.admin;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.RuleForm;
import io.voltline.engine.rules.Ruled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules, names and reasons that stand now, over what the settings say. A change is kept with
 * both sides before it holds. Desks that change something hold this as their lock meanwhile.
 */
final class StandingRules {
  private static final Logger log = LoggerFactory.getLogger(StandingRules.class);

  /** What is changed, and both sides of it. */
  record What(Change.What what, Map<String, Object> before, Map<String, Object> after) {
    static What changed(
        String kind, String subject, Map<String, Object> before, Map<String, Object> after) {
      return new What(new Change.What(kind, subject, Change.Action.CHANGE), before, after);
    }
  }

  private final RuleDesk.Settled settled;
  private final RuleShelf shelf;
  private final ChangeBook changes;
  private final InstantSource clock;
  private volatile Ruled ruled;
  private volatile RoutingProfile profile;

  /**
   * What stands at the start.
   *
   * @param ruled what was changed before
   * @throws BadRule when that does not fit the settings
   */
  StandingRules(
      RuleDesk.Settled settled,
      Ruled ruled,
      RuleShelf shelf,
      ChangeBook changes,
      InstantSource clock)
      throws BadRule {
    this.settled = settled;
    this.ruled = ruled;
    this.profile = ruled.over(settled.profile(), settled.skills());
    this.shelf = shelf;
    this.changes = changes;
    this.clock = clock;
  }

  Ruled ruled() {
    return ruled;
  }

  RoutingProfile profile() {
    return profile;
  }

  RuleShelf shelf() {
    return shelf;
  }

  /** The skills there are. */
  Set<SkillId> skills() {
    return ruled.skills(settled.skills());
  }

  /** Those of the settings stay, whatever is changed. */
  Set<SkillId> skillsIn(Ruled other) {
    return other.skills(settled.skills());
  }

  /** Added by an administrator: the settings say nothing of it. */
  boolean own(QueueId queue) {
    return !settled.profile().queues().containsKey(queue);
  }

  /** Where the settings say how the queue is served; empty when they do not. */
  String place(QueueId queue) {
    return Objects.requireNonNullElse(settled.places().get(queue), "");
  }

  /**
   * The rule of a queue.
   *
   * @throws Refused NOT_FOUND
   */
  QueueRule existing(QueueId queue) throws Refused {
    return Optional.ofNullable(profile.queues().get(queue))
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no queue " + queue));
  }

  /** All of it. */
  KeptRules list() {
    Set<SkillId> skills = skills();
    Set<SkillId> own =
        skills.stream()
            .filter(skill -> !settled.skills().contains(skill))
            .collect(Collectors.toSet());
    return new KeptRules(
        profile.queues().values().stream()
            .sorted(Comparator.comparing((QueueRule rule) -> rule.id().value()))
            .map(this::queue)
            .toList(),
        LimitForm.of(profile),
        ruled.limits().isPresent(),
        ruled.busyReasons(),
        ruled.reasons().isPresent(),
        ordered(skills),
        ordered(own),
        ruled.given());
  }

  private static List<SkillId> ordered(Set<SkillId> skills) {
    return skills.stream().sorted(Comparator.comparing(SkillId::value)).toList();
  }

  private KeptRules.Queue queue(QueueRule rule) {
    boolean own = own(rule.id());
    return new KeptRules.Queue(
        rule.id().value(),
        RuleForm.of(rule),
        !own && ruled.queues().containsKey(rule.id().value()),
        own,
        place(rule.id()));
  }

  /**
   * What routing would go by after a change.
   *
   * @throws Refused INVALID naming what does not fit, or whom nobody could serve any more
   */
  RoutingProfile fitting(Ruled after) throws Refused {
    try {
      RoutingProfile wanted = after.over(settled.profile(), settled.skills());
      List<Set<SkillId>> agents = shelf.skillsOfAgents();
      List<QueueId> unserved = profile.unserved(agents);
      for (QueueId queue : wanted.unserved(agents)) {
        if (!unserved.contains(queue)) {
          throw new Refused(
              Refused.Reason.INVALID,
              "/queues." + queue + ": no account has the skills it asks for, even at last");
        }
      }
      return wanted;
    } catch (BadRule e) {
      throw new Refused(Refused.Reason.INVALID, "/" + e.place() + ": " + e.getMessage());
    }
  }

  /**
   * Changes what stands, and has everybody go by it.
   *
   * @param wanted what {@link #fitting} said of it
   */
  KeptRules change(Actor by, What what, Ruled after, RoutingProfile wanted) {
    Ruled before = ruled;
    try {
      changes.keep(
          by, clock.instant(), what.what(), what.before(), what.after(), () -> keep(after));
    } catch (RuntimeException e) {
      // What nobody could be told of must not hold at the next start.
      keep(before);
      throw e;
    }
    ruled = after;
    log.info(
        "{} {}: {} by {}",
        what.what().kind(),
        what.what().subject(),
        what.what().action(),
        by.agent());
    if (!after.given().equals(before.given())) {
      shelf.call(after.given());
    }
    if (!wanted.equals(profile)) {
      profile = wanted;
      shelf.follow(wanted);
    }
    if (!after.busyReasons().equals(before.busyReasons())) {
      shelf.offer(after.busyReasons());
    }
    return list();
  }

  private void keep(Ruled rules) {
    try {
      shelf.keep(rules);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules can't be written", e);
    }
  }
}
