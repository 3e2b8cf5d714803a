package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A routing core with virtual time, spoken to as a centre would. Time begins at 1,000,000. */
final class Centre {
  static final QueueId GENERAL = new QueueId("general");
  static final SkillId SKILL = new SkillId("general");
  static final Demand DEMAND = Demand.of(SKILL);
  static final RoutingProfile PROFILE = profile(30_000, 1, 40, 50);

  /** One of several agents rung, or the only one. */
  record Offered(OfferId offer, CallId call, AgentNo agent, long ringMillis) {}

  private record Due(long millis, int order, Timer timer) {}

  final RoutingCore core;
  final List<Event> journal = new ArrayList<>();
  final List<Command> commands = new ArrayList<>();
  private final PriorityQueue<Due> timers =
      new PriorityQueue<>(Comparator.comparingLong(Due::millis).thenComparingInt(Due::order));
  private final Map<AgentNo, AgentStatus> agents = new HashMap<>();
  private long now = 1_000_000;
  private BiConsumer<Event, List<Command>> watcher = (_, _) -> {};
  private long seq;
  private int started;

  /** The promise is 12 s, rings are 4 s to 8 s, and nothing is lost between answer and talk. */
  static RoutingProfile profile(
      long wrapUpMillis, int ringAtOnce, int explainedAgents, int explainedDecisions) {
    QueueRule usual =
        new QueueRule(
            GENERAL,
            DEMAND,
            new Strategy.LongestIdle(),
            12_000,
            wrapUpMillis,
            3_000,
            1_000,
            List.of(),
            Overflow.MESSAGE);
    return new RoutingProfile(
        new RoutingProfile.Ring(4_000, 8_000, 0, ringAtOnce, 2_000, 2_000),
        new RoutingProfile.Ageing(30_000, 60_000),
        15_000,
        3_600_000,
        2,
        explainedAgents,
        explainedDecisions,
        usual,
        Map.of(GENERAL, usual));
  }

  Centre() {
    this(PROFILE);
  }

  Centre(RoutingProfile profile) {
    this.core = new RoutingCore(profile, new OfferId(0));
  }

  /** Shown every event with its commands, once the agents' states are as they say. */
  void watch(BiConsumer<Event, List<Command>> by) {
    watcher = by;
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
        case Command.StartTimer t -> timers.add(new Due(t.dueMillis(), started++, t.timer()));
        case Command.AgentChanged changed -> agents.put(changed.agent().agent(), changed.agent());
        case Command.Accepted accepted -> agents.put(accepted.agent().agent(), accepted.agent());
        default -> {}
      }
    }
    watcher.accept(stamped, result);
    return result;
  }

  /** Lets time pass; timers that come due fire at their time. */
  List<Command> pass(long millis) {
    List<Command> result = new ArrayList<>();
    long end = now + millis;
    for (var next = timers.peek(); next != null && next.millis() <= end; next = timers.peek()) {
      Timer due = timers.remove().timer();
      now = Math.max(now, next.millis());
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
    return certify(
        number, Arrays.stream(skills).map(s -> Certificate.of(s, 5)).toArray(Certificate[]::new));
  }

  List<Command> certify(int number, Certificate... certificates) {
    return on(s -> new Event.AgentSignedIn(s, agent(number), List.of(certificates)));
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
    return queue(name, new QueueRequest(GENERAL, DEMAND, priority, false, List.of(), queuedAt));
  }

  List<Command> queue(String name, QueueRequest request) {
    return on(s -> new Event.CallQueued(s, call(name), request));
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

  boolean knows(int number) {
    return agents.containsKey(agent(number));
  }

  AgentState state(int number) {
    return status(number).state();
  }

  /** The last offer made. */
  Offered lastOffer() {
    return offers(commands).getLast();
  }

  QueueStatus queue() {
    return core.queues().getFirst();
  }

  static List<Offered> offers(List<Command> commands) {
    return commandsOf(Command.Offer.class, commands).stream()
        .flatMap(
            o ->
                o.rings().stream()
                    .map(r -> new Offered(r.offer(), o.call(), r.agent(), o.ringMillis())))
        .toList();
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
