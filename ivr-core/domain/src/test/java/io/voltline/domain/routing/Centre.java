package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.Function;

/** A routing core with virtual time, spoken to as a centre would. Time begins at 1,000,000. */
final class Centre {
  static final QueueId GENERAL = new QueueId("general");
  static final SkillId SKILL = new SkillId("general");
  static final RoutingProfile PROFILE =
      new RoutingProfile(
          12_000, 4_000, 8_000, 2_000, 2_000, 30_000, 15_000, 40, 50, Map.of(GENERAL, SKILL));

  final RoutingCore core;
  final List<Event> journal = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  private final PriorityQueue<Command.StartTimer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Command.StartTimer::dueMillis));
  private final Map<AgentNo, AgentStatus> agents = new HashMap<>();
  private long now = 1_000_000;
  private long seq;

  Centre() {
    this(PROFILE);
  }

  Centre(RoutingProfile profile) {
    this.core = new RoutingCore(profile, new OfferId(0));
  }

  static AgentNo agent(int number) {
    return new AgentNo(Integer.toString(number));
  }

  static CallId call(String name) {
    return new CallId(name);
  }

  long now() {
    return now;
  }

  /** Hands an event over and gives back what it brought about. */
  List<Command> on(Function<Stamp, Event> event) {
    Event stamped = event.apply(new Stamp(++seq, now));
    journal.add(stamped);
    List<Command> result = core.on(stamped);
    commands.addAll(result);
    for (Command command : result) {
      switch (command) {
        case Command.StartTimer timer -> timers.add(timer);
        case Command.AgentChanged changed -> agents.put(changed.agent().agent(), changed.agent());
        case Command.Accepted accepted -> agents.put(accepted.agent().agent(), accepted.agent());
        default -> {}
      }
    }
    return result;
  }

  /** Lets time pass; timers that come due fire at their time. */
  List<Command> pass(long millis) {
    List<Command> result = new ArrayList<>();
    long end = now + millis;
    for (var next = timers.peek(); next != null && next.dueMillis() <= end; next = timers.peek()) {
      Timer due = timers.remove().timer();
      now = Math.max(now, next.dueMillis());
      result.addAll(on(s -> new Event.TimerFired(s, due)));
    }
    now = end;
    return result;
  }

  /** Signed in, phone reachable, idle. */
  Centre ready(int... numbers) {
    for (int number : numbers) {
      signIn(number, SKILL);
      phone(number, true);
      idle(number);
      pass(1);
    }
    return this;
  }

  List<Command> signIn(int number, SkillId... skills) {
    List<SkillLevel> levels =
        List.of(skills).stream().map(skill -> new SkillLevel(skill, 5)).toList();
    return on(s -> new Event.AgentSignedIn(s, agent(number), levels));
  }

  List<Command> signOut(int number) {
    return on(s -> new Event.SignOutAsked(s, agent(number)));
  }

  List<Command> phone(int number, boolean reachable) {
    return on(s -> new Event.PhoneReachable(s, agent(number), reachable));
  }

  List<Command> idle(int number) {
    return ask(number, StateRequest.idle());
  }

  List<Command> busy(int number, BusyReason reason, int minutes) {
    return ask(
        number, new StateRequest(AgentState.BUSY, Optional.of(reason), OptionalInt.of(minutes)));
  }

  List<Command> acw(int number, OptionalInt minutes) {
    return ask(number, new StateRequest(AgentState.ACW, Optional.empty(), minutes));
  }

  List<Command> ask(int number, StateRequest request) {
    return on(s -> new Event.StateAsked(s, agent(number), request));
  }

  List<Command> queue(String name) {
    return queue(name, 0);
  }

  List<Command> queue(String name, int priority) {
    return queue(name, priority, now);
  }

  List<Command> queue(String name, int priority, long queuedAt) {
    return on(s -> new Event.CallQueued(s, call(name), GENERAL, SKILL, priority, queuedAt));
  }

  List<Command> gone(String name) {
    return on(s -> new Event.CallGone(s, call(name)));
  }

  List<Command> ringing(OfferId offer) {
    return on(s -> new Event.OfferRinging(s, offer));
  }

  List<Command> answered(OfferId offer) {
    return on(s -> new Event.OfferAnswered(s, offer));
  }

  List<Command> ended(OfferId offer, OfferOutcome outcome) {
    return on(s -> new Event.OfferEnded(s, offer, outcome));
  }

  List<Command> talkEnded(OfferId offer) {
    return on(s -> new Event.TalkEnded(s, offer));
  }

  AgentStatus status(int number) {
    return Objects.requireNonNull(agents.get(agent(number)));
  }

  AgentState state(int number) {
    return status(number).state();
  }

  /** The last offer made. */
  Command.Offer lastOffer() {
    return offers(commands).getLast();
  }

  QueueStatus queue() {
    return core.queues().getFirst();
  }

  static List<Command.Offer> offers(List<Command> commands) {
    return commandsOf(Command.Offer.class, commands);
  }

  static <C extends Command> List<C> commandsOf(Class<C> kind, List<Command> commands) {
    return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static List<Anomaly> anomalies(List<Command> commands) {
    return commandsOf(Command.Noticed.class, commands).stream()
        .map(Command.Noticed::anomaly)
        .toList();
  }
}
