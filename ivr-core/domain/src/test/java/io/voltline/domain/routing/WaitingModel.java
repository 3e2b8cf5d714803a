package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Who waits, as a bystander reckons it from what was told: a second, slower and plainer account of
 * eligibility and order than the core's own.
 */
final class WaitingModel {
  /** One caller, and what is known of the wait. */
  static final class Caller {
    final CallId id;
    final QueueRequest request;
    final int order;
    long enteredAt;
    QueueRule rule;
    Demand demand;
    long told = Long.MAX_VALUE;

    /** Whether another promise held for this caller before. */
    boolean promiseMoved;

    Caller(CallId id, QueueRequest request, QueueRule rule, long enteredAt, int order) {
      this.id = id;
      this.request = request;
      this.enteredAt = enteredAt;
      this.order = order;
      this.rule = rule;
      this.demand = request.demand();
    }

    void ruledBy(QueueRule changed, long now) {
      Demand asked = demand.equals(rule.demand()) ? changed.demand() : demand;
      move(changed, now);
      demand = asked;
    }

    void move(QueueRule to, long now) {
      promiseMoved |= to.promiseMillis() != rule.promiseMillis();
      rule = to;
      demand = to.demand();
      enteredAt = now;
    }

    long waited(long now) {
      return now - request.queuedAtMillis();
    }

    long deadline() {
      return request.queuedAtMillis() + rule.promiseMillis();
    }

    /** The time at which a usual call would have had to come to stand here. */
    long rank() {
      if (request.priority() == QueueRequest.DANGER) {
        return Long.MIN_VALUE / 2 + request.queuedAtMillis();
      }
      return rule.strategy() instanceof Strategy.LongestWait
          ? request.queuedAtMillis()
          : request.queuedAtMillis()
              - request.priority() * RandomCentre.AGEING.perPriorityMillis()
              - (request.keyCustomer() ? RandomCentre.AGEING.keyCustomerMillis() : 0);
    }

    boolean before(Caller other) {
      return rank() != other.rank() ? rank() < other.rank() : order < other.order;
    }

    boolean mayWaitForPreferred(long now) {
      return !request.preferred().isEmpty() && waited(now) < rule.affinityMillis();
    }
  }

  private final SequencedMap<CallId, Caller> callers = new LinkedHashMap<>();
  private final Map<AgentNo, List<Certificate>> certificates = new HashMap<>();
  private Map<QueueId, QueueRule> rules = RandomCentre.RULES;
  private int order;

  void certified(AgentNo agent, Certificate[] held) {
    certificates.put(agent, List.of(held));
  }

  void signedOut(AgentNo agent) {
    certificates.remove(agent);
  }

  void queued(CallId call, QueueRequest request, long now) {
    callers.put(call, new Caller(call, request, rule(request.queue()), now, order++));
  }

  void ruledBy(Map<QueueId, QueueRule> changed, long now) {
    rules = changed;
    callers.values().forEach(caller -> caller.ruledBy(rule(caller.rule.id()), now));
  }

  private QueueRule rule(QueueId queue) {
    return RandomCentre.rule(queue, rules);
  }

  void moved(CallId call, QueueRequest request, long now) {
    left(call);
    queued(call, request, now);
    Objects.requireNonNull(callers.get(call)).promiseMoved = true;
  }

  void left(CallId call) {
    callers.remove(call);
  }

  SequencedMap<CallId, Caller> callers() {
    return callers;
  }

  void overflowed(Command.Overflowed overflow, long now) {
    Caller caller = waits(overflow.call());
    if (overflow.to().isEmpty()) {
      callers.remove(overflow.call());
    } else {
      caller.move(rule(overflow.to().get()), now);
    }
  }

  private Caller waits(CallId call) {
    return Objects.requireNonNull(callers.get(call), () -> call + " does not wait");
  }

  /** No one who asks for the same in the same queue may stand before the one offered. */
  void checkOrder(CallId offered, List<CallId> beingOffered, long now) {
    Caller chosen = waits(offered);
    for (Caller other : callers.values()) {
      boolean equal =
          other != chosen
              && other.rule.id().equals(chosen.rule.id())
              && other.demand.equals(chosen.demand)
              && !beingOffered.contains(other.id)
              && !other.mayWaitForPreferred(now)
              && !chosen.mayWaitForPreferred(now)
              && other.request.preferred().isEmpty()
              && chosen.request.preferred().isEmpty()
              && other.waited(now) >= chosen.waited(now);
      if (equal && other.before(chosen)) {
        throw new AssertionError(other.id + " waits behind " + chosen.id);
      }
    }
  }

  /** Whether this agent could be rung for this caller by what the caller asks for at this time. */
  boolean couldServe(AgentNo agent, Caller caller, long now) {
    Demand demand = caller.demand;
    boolean reserve = false;
    for (Widening step : caller.rule.steps()) {
      if (caller.waited(now) >= step.afterMillis()) {
        reserve |= step instanceof Widening.OpenReserve;
        demand =
            switch (step) {
              case Widening.LowerLevels s -> demand.lowered(s.by());
              case Widening.DropSkill s -> demand.without(s.skill());
              case Widening.OpenReserve _ -> demand;
              case Widening.AddNeighbour s -> demand.or(rule(s.queue()).demand());
            };
      }
    }
    List<Certificate> held = new ArrayList<>();
    for (Certificate c : certificates.getOrDefault(agent, List.of())) {
      if (c.validAt(now) && (reserve || !c.reserve())) {
        held.add(c);
      }
    }
    return demand.alternatives().stream()
        .anyMatch(all -> all.stream().allMatch(need -> held.stream().anyMatch(c -> has(c, need))));
  }

  private static boolean has(Certificate certificate, SkillLevel need) {
    return certificate.skill().equals(need.skill()) && certificate.level() >= need.level();
  }
}
