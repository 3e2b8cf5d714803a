package io.voltline.domain.routing;

import java.util.List;
import java.util.OptionalLong;

/** What becomes of calls by their waiting: steps of widening, overflow, the promise, forecasts. */
final class CallLife {
  private final CallQueues calls;
  private final Matching matching;
  private final RingBudget budget;

  /** Before that, agents who were signed in may not be known yet. */
  private boolean agentsKnown;

  CallLife(CallQueues calls, Matching matching, RoutingProfile profile) {
    this.calls = calls;
    this.matching = matching;
    this.budget = new RingBudget(profile.ring());
  }

  void queued(Event.CallQueued event, Turn turn) {
    if (calls.find(event.call()) != null) {
      turn.notice(Anomaly.DUPLICATE_CALL);
      return;
    }
    long queuedAt = event.request().queuedAtMillis();
    stand(calls.add(event, new PromiseClock(queuedAt, turn.now)), turn);
  }

  /** As a call that comes now, but for its promise. */
  void moved(Event.CallMoved event, PromiseClock clock, Turn turn) {
    var queued = new Event.CallQueued(event.stamp(), event.call(), event.request());
    stand(calls.add(queued, clock), turn);
  }

  private void stand(QueuedCall call, Turn turn) {
    if (full(call, turn.now)) {
      overflow(call, OverflowCause.FULL, turn);
    } else {
      enter(call, turn);
    }
  }

  /** Whoever is served at once takes nobody's place, however many wait for other agents. */
  private boolean full(QueuedCall call, long now) {
    return call.queue.size() > call.queue.rule.mostWaiting()
        && !call.danger()
        && !matching.ringsAtOnce(call, now);
  }

  /** The call stands in its queue again, as it did before a ring nobody answered. */
  void rejoin(QueuedCall call, Turn turn) {
    enter(call, turn);
  }

  private void enter(QueuedCall call, Turn turn) {
    takeSteps(call, turn.now);
    matching.seek(call, turn);
    hurry(call, turn);
    if (call.line == null || !overflowDue(call, turn)) {
      lookAfter(call, turn);
    }
  }

  /** Something falls due for a call; a timer may be late or come twice, so all is looked at. */
  void due(Timer.CallDue timer, Turn turn) {
    QueuedCall call = calls.queuedBy(timer.queuedSeq());
    if (call != null) {
      call.nextLook = turn.now < call.nextLook ? call.nextLook : Long.MAX_VALUE;
      look(call, turn);
    }
  }

  void agentsKnown(Turn turn) {
    agentsKnown = true;
    lookAtAll(turn);
  }

  /** After somebody left or lost a certificate: who can be served by nobody must not wait on. */
  void lookAtAll(Turn turn) {
    for (QueuedCall call : calls.inLine()) {
      look(call, turn);
    }
  }

  /** Other rules: everybody in line stands anew, the first of them first, and may be served. */
  void follow(RoutingProfile profile, Turn turn) {
    List<QueuedCall> unanswered = calls.unanswered();
    List<QueuedCall> inLine = unanswered.stream().filter(call -> call.line != null).toList();
    inLine.forEach(calls::dropFromLine);
    calls.follow(profile);
    inLine.stream().sorted(QueuedCall.FIRST).forEach(call -> enter(call, turn));
    unanswered.stream()
        .filter(call -> call.taken || call.beingOffered())
        .forEach(call -> lookAfter(call, turn));
  }

  void placeAsked(Event.PlaceAsked event, Turn turn) {
    QueuedCall call = calls.find(event.call());
    if (call == null || call.line == null) {
      return;
    }
    int place = call.queue.place(call);
    OptionalLong wait = call.kind.forecast.waitMillis(place, turn.now);
    if (wait.isPresent()) {
      if (call.toldFirst.isEmpty()) {
        call.toldFirst = wait;
        call.toldFirstAt = turn.now;
      }
      call.toldLeast = Math.min(call.toldLeast, wait.getAsLong());
      wait = OptionalLong.of(call.toldLeast);
    }
    turn.add(new Command.PlaceTold(call.id, place, wait));
  }

  /** The caller hears the agent: the promise is kept, or was broken before. */
  void heard(QueuedCall call, Turn turn) {
    judge(call, turn);
    call.clock.heard = true;
    call.toldFirst.ifPresent(
        told ->
            turn.add(
                new Command.ForecastScored(
                    call.queue.rule.id(), told, turn.now - call.toldFirstAt)));
  }

  private void look(QueuedCall call, Turn turn) {
    judge(call, turn);
    if (call.line != null) {
      if (overflowDue(call, turn)) {
        return;
      }
      Line narrower = call.line;
      if (widen(call, turn.now)) {
        letThoseBeforeGoFirst(call, narrower, turn);
        matching.seek(call, turn);
      }
    }
    lookAfter(call, turn);
  }

  /** Of calls that widen in the same moment, whichever timer fires first, the order decides. */
  private void letThoseBeforeGoFirst(QueuedCall call, Line narrower, Turn turn) {
    if (matching.anybodyFor(call, turn.now)) {
      for (QueuedCall other : narrower.calls().before(call)) {
        if (other.line == narrower && nextStepMillis(other) <= turn.now) {
          look(other, turn);
        }
      }
    }
  }

  private void judge(QueuedCall call, Turn turn) {
    PromiseClock clock = call.clock;
    if (!clock.broken && !clock.heard && turn.now >= call.deadline()) {
      clock.broken = true;
      BreachCause cause = clock.cause(turn.now, causeInLine(call));
      turn.add(new Command.PromiseBroken(call.id, call.queue.rule.id(), cause));
    }
  }

  private BreachCause causeInLine(QueuedCall call) {
    BreachCause cause = BreachCause.NOBODY_CERTIFIED;
    for (Door door : call.kind.widest().doors()) {
      for (Held held : door.group.members) {
        if (door.admits(held)) {
          if (!held.agent.waitsForPhone()) {
            return BreachCause.ALL_BUSY;
          }
          cause = BreachCause.PHONE_UNREACHABLE;
        }
      }
    }
    return cause;
  }

  private boolean overflowDue(QueuedCall call, Turn turn) {
    Overflow overflow = call.queue.rule.overflow();
    long waited = call.waitedMillis(turn.now);
    if (nobodyServes(call) && waited >= overflow.nobodyAfterMillis()) {
      overflow(call, OverflowCause.NOBODY_CERTIFIED, turn);
    } else if (overflow.afterMillis().isPresent() && waited >= overflow.afterMillis().getAsLong()) {
      overflow(call, OverflowCause.WAITED, turn);
    } else {
      return false;
    }
    return true;
  }

  private boolean nobodyServes(QueuedCall call) {
    return agentsKnown && !call.kind.widest().served();
  }

  /** On to the next queue that takes it, or out of routing. */
  private void overflow(QueuedCall call, OverflowCause cause, Turn turn) {
    calls.dropFromLine(call);
    CallQueue from = call.queue;
    var to = from.rule.overflow().to();
    turn.add(new Command.Overflowed(call.id, from.rule.id(), to, cause));
    if (to.isEmpty()) {
      calls.remove(call, true);
      return;
    }
    calls.move(call, to.get());
    if (full(call, turn.now)) {
      overflow(call, OverflowCause.FULL, turn);
    } else {
      enter(call, turn);
    }
  }

  /** Whether the call now asks for less than before. */
  private boolean widen(QueuedCall call, long now) {
    int steps = call.steps;
    boolean reserve = call.reserveOpen;
    boolean affinity = call.affinityOver;
    takeSteps(call, now);
    return steps != call.steps || reserve != call.reserveOpen || affinity != call.affinityOver;
  }

  private void takeSteps(QueuedCall call, long now) {
    var all = call.queue.rule.steps();
    while (call.steps < all.size() && call.waitedMillis(now) >= all.get(call.steps).afterMillis()) {
      call.reserveOpen |= all.get(call.steps) instanceof Widening.OpenReserve;
      call.steps++;
    }
    call.reserveOpen |= call.kind.hasReserve() && now >= budget.lastCalmMillis(call.deadline());
    call.affinityOver |= now >= call.affinityUntil();
  }

  /** Opens the reserve at once for a call that will wait beyond its promise as the line moves. */
  private void hurry(QueuedCall call, Turn turn) {
    if (call.line == null || call.reserveOpen || !call.kind.hasReserve()) {
      return;
    }
    WaitForecast forecast = call.kind.forecast;
    OptionalLong wait = forecast.waitMillis(forecast.standing(), turn.now);
    if (wait.isPresent() && turn.now + wait.getAsLong() > budget.lastCalmMillis(call.deadline())) {
      // Whoever stands before waits for the same reason, and may have come before there was a
      // reserve.
      for (Line line : call.kind.closed()) {
        line.calls().before(call).forEach(other -> openReserve(other, turn));
      }
      openReserve(call, turn);
    }
  }

  private void openReserve(QueuedCall call, Turn turn) {
    call.reserveOpen = true;
    matching.seek(call, turn);
  }

  /** Starts the timer of whatever falls due next. */
  private void lookAfter(QueuedCall call, Turn turn) {
    long next = Long.MAX_VALUE;
    if (!call.clock.broken && !call.clock.heard) {
      next = call.deadline();
    }
    if (call.line != null) {
      next = Math.min(next, dueInLine(call));
    }
    next = Math.max(next, turn.now + 1);
    // A timer that fires earlier looks at everything anyhow.
    if (next != Long.MAX_VALUE && next < call.nextLook) {
      call.nextLook = next;
      turn.add(new Command.StartTimer(new Timer.CallDue(call.id, call.seq), next));
    }
  }

  /** When the call asks for less than now. */
  private long nextStepMillis(QueuedCall call) {
    QueueRule rule = call.queue.rule;
    long next = Long.MAX_VALUE;
    if (call.steps < rule.steps().size()) {
      next = call.queuedAt + rule.steps().get(call.steps).afterMillis();
    }
    if (!call.reserveOpen && call.kind.hasReserve()) {
      next = Math.min(next, budget.lastCalmMillis(call.deadline()));
    }
    if (!call.affinityOver) {
      next = Math.min(next, call.affinityUntil());
    }
    return next;
  }

  private long dueInLine(QueuedCall call) {
    QueueRule rule = call.queue.rule;
    long next = nextStepMillis(call);
    if (rule.overflow().afterMillis().isPresent()) {
      next = Math.min(next, call.queuedAt + rule.overflow().afterMillis().getAsLong());
    }
    if (nobodyServes(call)) {
      next = Math.min(next, call.queuedAt + rule.overflow().nobodyAfterMillis());
    }
    return next;
  }
}
