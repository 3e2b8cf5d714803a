package io.voltline.domain.routing;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All calls: by id, by queue while unanswered, and in line while nobody is offered. */
final class CallQueues {
  private final CallsById byId = new CallsById();
  private final ById<QueuedCall> bySeq = new ById<>();
  private final Map<QueueId, CallQueue> queues = new HashMap<>();
  private final Map<String, CallQueue> byName = new TreeMap<>();

  /** Without a rule since rules changed; each goes with the last call of its own. */
  private List<CallQueue> leaving = List.of();

  private RoutingProfile profile;
  private final SkillGroups groups;

  CallQueues(RoutingProfile profile, SkillGroups groups) {
    this.profile = profile;
    this.groups = groups;
    profile.queues().values().forEach(rule -> queue(rule.id(), rule.demand()));
  }

  @Nullable QueuedCall find(CallId call) {
    return byId.get(call);
  }

  /** The call that this event queued. */
  @Nullable QueuedCall queuedBy(long seq) {
    return bySeq.get(seq);
  }

  CallQueue queue(QueueId id, Demand demand) {
    CallQueue known = queues.get(id);
    if (known == null) {
      known = new CallQueue(profile.rule(id, demand), profile.queues(), groups);
      queues.put(id, known);
      byName.put(id.value(), known);
    }
    return known;
  }

  /** Other rules for queues and calls; nobody stands in a line meanwhile. */
  void follow(RoutingProfile changed) {
    profile = changed;
    profile.queues().values().forEach(rule -> queue(rule.id(), rule.demand()));
    Map<CallQueue, Demand> before = new HashMap<>();
    for (CallQueue queue : byName.values()) {
      Demand demand = queue.rule.demand();
      before.put(queue, demand);
      queue.follow(profile.rule(queue.rule.id(), demand), profile.queues());
    }
    for (QueuedCall call : byId.all()) {
      CallQueue queue = call.queue;
      Demand asked = call.kind.asked;
      boolean usual = asked.equals(before.get(queue));
      call.beginAnew(queue.kind(usual ? queue.rule.demand() : asked), profile.ageing());
    }
    leaving = byName.values().stream().filter(this::withoutRule).toList();
    forgetLeft();
  }

  private boolean withoutRule(CallQueue queue) {
    return !profile.queues().containsKey(queue.rule.id());
  }

  private void forgetLeft() {
    if (leaving.isEmpty()) {
      return;
    }
    Set<CallQueue> used = byId.all().stream().map(call -> call.queue).collect(Collectors.toSet());
    for (CallQueue queue : leaving) {
      if (!used.contains(queue)) {
        queues.remove(queue.rule.id());
        byName.remove(queue.rule.id().value());
      }
    }
    leaving = leaving.stream().filter(used::contains).toList();
  }

  QueuedCall add(Event.CallQueued event, PromiseClock clock) {
    QueueRequest request = event.request();
    CallQueue queue = queue(request.queue(), request.demand());
    QueuedCall call = new QueuedCall(event, queue, queue.kind(request.demand()), clock);
    call.rankBy(profile.ageing());
    call.known = true;
    byId.put(call);
    bySeq.put(call.seq, call);
    queue.add(call);
    return call;
  }

  /** To the end of the line that asks for what the call asks for now. */
  void joinLine(QueuedCall call, Line line, long now) {
    call.kind.forecast.joined(now);
    line.add(call);
  }

  /** The call is being offered, changes lines or is gone. */
  void leaveLine(QueuedCall call, long now) {
    if (call.line != null) {
      call.line.remove(call);
      call.kind.forecast.left(now);
    }
  }

  /** The call overflows. */
  void dropFromLine(QueuedCall call) {
    if (call.line != null) {
      call.line.remove(call);
      call.kind.forecast.dropped();
    }
  }

  /** From one line to another, where it stands as it did. */
  void changeLine(QueuedCall call, Line line) {
    if (call.line != null && call.line != line) {
      call.line.remove(call);
      line.add(call);
    }
  }

  /** The caller hears, or is about to hear, an agent. */
  void answered(QueuedCall call) {
    call.queue.remove(call);
  }

  /** The answer did not hold. */
  void unanswered(QueuedCall call) {
    call.queue.add(call);
  }

  /** Moves a waiting call to another queue, where it asks for what that queue asks for. */
  void move(QueuedCall call, QueueId to) {
    call.queue.remove(call);
    CallQueue target = queue(to, call.request.demand());
    call.queue = target;
    call.kind = target.kind(target.rule.demand());
    call.steps = 0;
    call.rankBy(profile.ageing());
    target.add(call);
    forgetLeft();
  }

  void remove(QueuedCall call, boolean unanswered) {
    call.known = false;
    byId.remove(call);
    bySeq.remove(call.seq);
    if (unanswered) {
      call.queue.remove(call);
    }
    forgetLeft();
  }

  /** Ordered by name. */
  Collection<CallQueue> all() {
    return byName.values();
  }

  /**
   * Callers not answered yet: whose promise can be kept, the soonest due first; then the others.
   */
  List<WaitingCall> waiting(long now, int most) {
    List<QueuedCall> inTime = new ArrayList<>();
    List<QueuedCall> late = new ArrayList<>();
    for (CallQueue queue : byName.values()) {
      queue.addInTime(now, inTime);
      queue.addLate(now, most, late);
    }
    inTime.sort(Comparator.comparingLong(QueuedCall::deadline).thenComparingLong(c -> c.seq));
    late.sort(Comparator.comparingLong((QueuedCall c) -> c.queuedAt).thenComparingLong(c -> c.seq));
    return Stream.concat(inTime.stream(), late.stream())
        .limit(most)
        .map(QueuedCall::waiting)
        .toList();
  }

  /** Every call in line, for the rare look at all of them. */
  List<QueuedCall> inLine() {
    return unanswered().stream().filter(call -> call.line != null).toList();
  }

  /** Every call in line or being offered, the first queued first. */
  List<QueuedCall> unanswered() {
    return byId.all().stream()
        .filter(call -> call.talk() == null)
        .sorted(Comparator.comparingLong((QueuedCall c) -> c.seq))
        .toList();
  }
}
