package io.voltline.engine.admin;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.ReasonForm;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of queues, the limits on agents and the reasons for being busy are changed here, and
 * hold at once. Which queues there are is the settings' word, which reasons the program's. May
 * block; throws {@link Unavailable}.
 */
public final class RuleDesk {
  private static final Logger log = LoggerFactory.getLogger(RuleDesk.class);
  private static final String QUEUE = "queue";
  private static final String LIMITS = "limits";
  private static final String REASONS = "reasons";

  /**
   * What the settings say.
   *
   * @param places where the rule of each queue is written
   * @param skills there are
   */
  public record Settled(RoutingProfile profile, Map<QueueId, String> places, Set<SkillId> skills) {}

  private final Settled settled;
  private final RuleShelf shelf;
  private final ChangeBook changes;
  private final InstantSource clock;
  private Ruled ruled;
  private RoutingProfile profile;
  private List<ReasonForm> reasons;

  /**
   * A desk.
   *
   * @param ruled what was changed before
   * @throws BadRule when that does not fit the settings
   */
  public RuleDesk(
      Settled settled, Ruled ruled, RuleShelf shelf, ChangeBook changes, InstantSource clock)
      throws BadRule {
    this.settled = settled;
    this.ruled = ruled;
    this.profile = ruled.over(settled.profile(), settled.skills());
    this.reasons = ruled.busyReasons();
    this.shelf = shelf;
    this.changes = changes;
    this.clock = clock;
  }

  /** As routing goes by now. */
  public synchronized KeptRules list() {
    return new KeptRules(
        profile.queues().values().stream()
            .sorted(Comparator.comparing((QueueRule rule) -> rule.id().value()))
            .map(this::queue)
            .toList(),
        LimitForm.of(profile),
        ruled.limits().isPresent(),
        reasons,
        ruled.reasons().isPresent(),
        settled.skills().stream().sorted(Comparator.comparing(SkillId::value)).toList());
  }

  private KeptRules.Queue queue(QueueRule rule) {
    return new KeptRules.Queue(
        rule.id().value(),
        RuleForm.of(rule),
        ruled.queues().containsKey(rule.id().value()),
        Objects.requireNonNullElse(settled.places().get(rule.id()), ""));
  }

  /**
   * Changes the rule of a queue; callers who wait in it go by it at once.
   *
   * @param rule empty for what the settings say
   * @param seen the rule when it was decided on
   * @throws Refused NOT_FOUND, INVALID naming the field, CONFLICT when it is another by now
   */
  public synchronized KeptRules set(Actor by, QueueId queue, Optional<RuleForm> rule, RuleForm seen)
      throws Refused {
    QueueRule now = profile.queues().get(queue);
    if (now == null) {
      throw new Refused(Refused.Reason.NOT_FOUND, "no queue " + queue);
    }
    RuleForm before = RuleForm.of(now);
    if (!before.equals(seen)) {
      throw new Refused(Refused.Reason.CONFLICT, "queue " + queue + " has another rule by now");
    }
    Ruled after = ruled.with(queue, rule);
    if (after.equals(ruled)) {
      return list();
    }
    RoutingProfile wanted = fitting(after);
    RuleForm fresh = RuleForm.of(Objects.requireNonNull(wanted.queues().get(queue)));
    change(by, new What(QUEUE, queue.value(), before.facts(), fresh.facts()), after);
    follow(wanted);
    return list();
  }

  /**
   * Changes the limits on agents; they hold for whoever asks from now on.
   *
   * @param limits empty for what the settings say
   * @param seen the limits when it was decided on
   * @throws Refused INVALID naming the field, CONFLICT when they are others by now
   */
  public synchronized KeptRules setLimits(Actor by, Optional<LimitForm> limits, LimitForm seen)
      throws Refused {
    LimitForm before = LimitForm.of(profile);
    if (!before.equals(seen)) {
      throw new Refused(Refused.Reason.CONFLICT, "the limits are others by now");
    }
    Ruled after = ruled.with(limits);
    if (after.equals(ruled)) {
      return list();
    }
    RoutingProfile wanted = fitting(after);
    What what = new What(LIMITS, LIMITS, before.facts(), LimitForm.of(wanted).facts());
    change(by, what, after);
    follow(wanted);
    return list();
  }

  /**
   * Changes which reasons agents may give for being busy, in which order, by which names and for
   * how long. They hold for whoever asks from now on.
   *
   * @param wanted each reason once; empty for the program's own
   * @param seen the reasons when it was decided on
   * @throws Refused INVALID naming the reason, CONFLICT when they are others by now
   */
  public synchronized KeptRules setReasons(
      Actor by, Optional<List<ReasonForm>> wanted, List<ReasonForm> seen) throws Refused {
    if (!reasons.equals(seen)) {
      throw new Refused(Refused.Reason.CONFLICT, "the reasons are others by now");
    }
    Ruled after = ruled.withReasons(wanted);
    if (after.equals(ruled)) {
      return list();
    }
    List<ReasonForm> fresh = offerable(after.busyReasons());
    Map<String, Object> before = ReasonForm.facts(reasons);
    change(by, new What(REASONS, REASONS, before, ReasonForm.facts(fresh)), after);
    reasons = fresh;
    shelf.offer(fresh);
    return list();
  }

  private static List<ReasonForm> offerable(List<ReasonForm> fresh) throws Refused {
    try {
      ReasonForm.check(fresh);
      return fresh;
    } catch (BadRule e) {
      throw invalid(e);
    }
  }

  private record What(
      String kind, String subject, Map<String, Object> before, Map<String, Object> after) {}

  private RoutingProfile fitting(Ruled after) throws Refused {
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
      throw invalid(e);
    }
  }

  private static Refused invalid(BadRule e) {
    return new Refused(Refused.Reason.INVALID, "/" + e.place() + ": " + e.getMessage());
  }

  private void follow(RoutingProfile wanted) {
    profile = wanted;
    shelf.follow(wanted);
  }

  private void change(Actor by, What what, Ruled after) {
    Ruled before = ruled;
    try {
      changes.keep(
          by,
          clock.instant(),
          new Change.What(what.kind(), what.subject(), Change.Action.CHANGE),
          what.before(),
          what.after(),
          () -> keep(after));
    } catch (RuntimeException e) {
      // What nobody could be told of must not hold at the next start.
      keep(before);
      throw e;
    }
    ruled = after;
    log.info("{} {} changed by {}", what.kind(), what.subject(), by.agent());
  }

  private void keep(Ruled rules) {
    try {
      shelf.keep(rules);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules can't be written", e);
    }
  }
}
