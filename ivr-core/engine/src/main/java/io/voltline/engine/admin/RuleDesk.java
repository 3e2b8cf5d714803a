package io.voltline.engine.admin;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.admin.StandingRules.What;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.RuleForm;
import io.voltline.engine.rules.Ruled;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of queues, the limits on agents and the reasons for being busy are changed here, and
 * hold at once. Which reasons there are is the program's word. May block; throws {@link
 * Unavailable}.
 */
public final class RuleDesk {
  /** What a change is of. */
  static final String QUEUE = "queue";

  private static final String LIMITS = "limits";
  private static final String REASONS = "reasons";

  /**
   * What the settings say.
   *
   * @param places where the rule of each queue is written
   * @param skills there are
   */
  public record Settled(RoutingProfile profile, Map<QueueId, String> places, Set<SkillId> skills) {}

  private final StandingRules rules;

  /**
   * A desk.
   *
   * @param ruled what was changed before
   * @throws BadRule when that does not fit the settings
   */
  public RuleDesk(
      Settled settled, Ruled ruled, RuleShelf shelf, ChangeBook changes, InstantSource clock)
      throws BadRule {
    this.rules = new StandingRules(settled, ruled, shelf, changes, clock);
  }

  /** Where queues and skills are added. */
  public QueueDesk queues() {
    return new QueueDesk(rules);
  }

  /** As routing goes by now. */
  public KeptRules list() {
    synchronized (rules) {
      return rules.list();
    }
  }

  /**
   * Changes the rule of a queue; callers who wait in it go by it at once.
   *
   * @param rule empty for what the settings say
   * @param seen the rule when it was decided on
   * @throws Refused NOT_FOUND, INVALID naming the field, CONFLICT when it is another by now
   */
  public KeptRules set(Actor by, QueueId queue, Optional<RuleForm> rule, RuleForm seen)
      throws Refused {
    synchronized (rules) {
      RuleForm before = RuleForm.of(rules.existing(queue));
      if (!before.equals(seen)) {
        throw new Refused(Refused.Reason.CONFLICT, "queue " + queue + " has another rule by now");
      }
      if (rule.isEmpty() && rules.own(queue)) {
        throw new Refused(Refused.Reason.INVALID, "/rule: the settings have none for " + queue);
      }
      Ruled after = rules.ruled().with(queue, rule);
      if (after.equals(rules.ruled())) {
        return rules.list();
      }
      RoutingProfile wanted = rules.fitting(after);
      RuleForm fresh = RuleForm.of(Objects.requireNonNull(wanted.queues().get(queue)));
      What what = What.changed(QUEUE, queue.value(), before.facts(), fresh.facts());
      return rules.change(by, what, after, wanted);
    }
  }

  /**
   * Changes the limits on agents; they hold for whoever asks from now on.
   *
   * @param limits empty for what the settings say
   * @param seen the limits when it was decided on
   * @throws Refused INVALID naming the field, CONFLICT when they are others by now
   */
  public KeptRules setLimits(Actor by, Optional<LimitForm> limits, LimitForm seen) throws Refused {
    synchronized (rules) {
      LimitForm before = LimitForm.of(rules.profile());
      if (!before.equals(seen)) {
        throw new Refused(Refused.Reason.CONFLICT, "the limits are others by now");
      }
      Ruled after = rules.ruled().with(limits);
      if (after.equals(rules.ruled())) {
        return rules.list();
      }
      RoutingProfile wanted = rules.fitting(after);
      LimitForm fresh = LimitForm.of(wanted);
      What what = What.changed(LIMITS, LIMITS, before.facts(), fresh.facts());
      return rules.change(by, what, after, wanted);
    }
  }

  /**
   * Changes which reasons agents may give for being busy, in which order, by which names and for
   * how long. They hold for whoever asks from now on.
   *
   * @param wanted each reason once; empty for the program's own
   * @param seen the reasons when it was decided on
   * @throws Refused INVALID naming the reason, CONFLICT when they are others by now
   */
  public KeptRules setReasons(Actor by, Optional<List<ReasonForm>> wanted, List<ReasonForm> seen)
      throws Refused {
    synchronized (rules) {
      List<ReasonForm> before = rules.ruled().busyReasons();
      if (!before.equals(seen)) {
        throw new Refused(Refused.Reason.CONFLICT, "the reasons are others by now");
      }
      Ruled after = rules.ruled().withReasons(wanted);
      if (after.equals(rules.ruled())) {
        return rules.list();
      }
      RoutingProfile same = rules.fitting(after);
      Map<String, Object> fresh = ReasonForm.facts(after.busyReasons());
      What what = What.changed(REASONS, REASONS, ReasonForm.facts(before), fresh);
      return rules.change(by, what, after, same);
    }
  }
}
