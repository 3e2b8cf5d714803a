package io.voltline.domain.routing;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The figures routing goes by. Times are in milliseconds; a figure out of range is refused with an
 * {@link OutOfRange} that names it.
 *
 * @param ring how long and how many phones ring
 * @param ageing who stands where in line
 * @param phoneRetryMillis pause after a phone that looks reachable could not be rung, 1,000 or more
 * @param mostWrapUpMillis longest after-call work an agent may ask for
 * @param mostResting agents on a short break or at a meal at once
 * @param explainedAgents most candidates told for a decision; 0 to tell no decisions
 * @param explainedDecisions most decisions told for a call, 1 or more
 * @param usual how a queue is served that has no rule: its promise, after-call work and overflow
 * @param queues the rules, by queue
 */
public record RoutingProfile(
    Ring ring,
    Ageing ageing,
    long phoneRetryMillis,
    long mostWrapUpMillis,
    int mostResting,
    int explainedAgents,
    int explainedDecisions,
    QueueRule usual,
    Map<QueueId, QueueRule> queues) {

  /**
   * How phones ring.
   *
   * @param minMillis shortest ring worth trying, 1,000 or more, and not beyond the usual promise
   * @param maxMillis longest ring, not below the shortest
   * @param connectMillis from the answer of the phone until the caller hears the agent, 0 or more
   * @param atOnce most phones that ring for a caller whose time is short, 1 to 10
   * @param guardMillis how much longer than told the switch may take to end a ring, 100 or more
   * @param cancelGuardMillis how long the end of a cancelled offer may take to be told, 100 or more
   */
  public record Ring(
      long minMillis,
      long maxMillis,
      long connectMillis,
      int atOnce,
      long guardMillis,
      long cancelGuardMillis) {
    public Ring {
      OutOfRange.unless("min-ring", minMillis, 1_000, 600_000);
      OutOfRange.unless("max-ring", maxMillis, 1_000, 600_000);
      OutOfRange.unless("connect", connectMillis, 0, 60_000);
      OutOfRange.unless("ring-at-once", atOnce, 1, 10);
      OutOfRange.unless("ring-guard", guardMillis, 100, 60_000);
      OutOfRange.unless("cancel-guard", cancelGuardMillis, 100, 60_000);
    }
  }

  /**
   * Head starts in line. A call of a priority stands where it would had it come that much earlier,
   * so no call is passed for longer than the greatest head start.
   *
   * @param perPriorityMillis for each step of priority
   * @param keyCustomerMillis for critical and key customers, on top
   */
  public record Ageing(long perPriorityMillis, long keyCustomerMillis) {
    public Ageing {
      OutOfRange.unless("head-start", perPriorityMillis, 0, 3_600_000);
      OutOfRange.unless("key-head-start", keyCustomerMillis, 0, 3_600_000);
    }
  }

  public RoutingProfile {
    long most = usual.promiseMillis() - ring.connectMillis();
    OutOfRange.unless("min-ring", ring.minMillis(), 1_000, most);
    OutOfRange.unless("max-ring", ring.maxMillis(), ring.minMillis(), 600_000);
    OutOfRange.unless("phone-retry", phoneRetryMillis, 1_000, 600_000);
    OutOfRange.unless("most-wrap-up", mostWrapUpMillis, 0, 86_400_000);
    OutOfRange.unless("most-resting", mostResting, 0, 100_000);
    OutOfRange.unless("explained-agents", explainedAgents, 0, 10_000);
    OutOfRange.unless("explained-decisions", explainedDecisions, 1, 10_000);
    queues = Map.copyOf(queues);
    Rules.check(queues);
  }

  /** The rule of a queue; one without a rule of its own is served as usual. */
  QueueRule rule(QueueId queue, Demand demand) {
    QueueRule rule = queues.get(queue);
    return rule != null ? rule : usual.of(queue, demand);
  }

  /**
   * The queues that nobody could ever serve, at whatever level and after whatever wait, ordered by
   * name.
   *
   * @param agents the skills of each
   */
  public List<QueueId> unserved(Collection<Set<SkillId>> agents) {
    return queues.values().stream()
        .filter(rule -> !Rules.served(rule, queues, agents))
        .map(QueueRule::id)
        .sorted(Comparator.comparing(QueueId::value))
        .toList();
  }

  /** This profile without telling decisions, where nobody reads them. */
  public RoutingProfile unexplained() {
    return new RoutingProfile(
        ring, ageing, phoneRetryMillis, mostWrapUpMillis, mostResting, 0, 1, usual, queues);
  }

  /** This profile with other rules of queues and limits on agents. */
  public RoutingProfile with(List<QueueRule> rules, long mostWrapUp, int resting) {
    return new RoutingProfile(
        ring,
        ageing,
        phoneRetryMillis,
        mostWrapUp,
        resting,
        explainedAgents,
        explainedDecisions,
        usual,
        rules.stream().collect(Collectors.toMap(QueueRule::id, rule -> rule)));
  }

  /** This profile with one more rule, or another for the same queue. */
  public RoutingProfile with(QueueRule rule) {
    Map<QueueId, QueueRule> more = new LinkedHashMap<>(queues);
    more.put(rule.id(), rule);
    return new RoutingProfile(
        ring,
        ageing,
        phoneRetryMillis,
        mostWrapUpMillis,
        mostResting,
        explainedAgents,
        explainedDecisions,
        usual,
        more);
  }
}
