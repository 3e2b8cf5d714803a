package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Centre.Offered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/**
 * One random life of a small centre whose switch answers, rejects, hangs up, repeats itself and
 * sometimes loses a message. Its model knows only what a bystander can see from the commands.
 */
final class RandomHistory {
  private static final int STEPS = 50;

  /** Long enough for every timer of the profile. */
  private static final long SETTLE_MILLIS = 24L * 3_600_000;

  private final RandomGenerator random;
  private final RandomCentre made;
  private final Centre centre = new Centre(RandomCentre.PROFILE);
  private final WaitingModel waiting = new WaitingModel();
  private final Map<OfferId, Offered> ringing = new LinkedHashMap<>();
  private final Map<OfferId, Offered> talking = new LinkedHashMap<>();
  private final Map<OfferId, Offered> cancelled = new LinkedHashMap<>();
  private final Set<CallId> taken = new LinkedHashSet<>();
  private final Set<CallId> broken = new HashSet<>();
  private final Set<CallId> heard = new HashSet<>();
  private int calls;

  RandomHistory(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    made = new RandomCentre(random);
    centre.watch(this::see);
  }

  List<Event> journal() {
    return centre.journal;
  }

  List<Command> commands() {
    return centre.commands;
  }

  static List<Command> replay(List<Event> journal) {
    RoutingCore core = new RoutingCore(RandomCentre.PROFILE, new OfferId(0));
    return journal.stream().flatMap(event -> core.on(event).stream()).toList();
  }

  void live() {
    for (int step = 0; step < STEPS; step++) {
      act();
      check();
    }
  }

  /** Everybody comes back, everything ends, time passes: then nothing may be left over. */
  void settle() {
    if (random.nextBoolean()) {
      // The switch has fallen silent: rings and cancelled rings must end by themselves.
      centre.pass(SETTLE_MILLIS);
      assertThat(cancelled).as("cancelled offers nobody ended").isEmpty();
    }
    while (!taken.isEmpty()) {
      giveBack();
    }
    everybodyReady();
    int rounds = 0;
    while (!(waiting.callers().isEmpty()
        && ringing.isEmpty()
        && talking.isEmpty()
        && cancelled.isEmpty())) {
      assertThat(rounds++).as("rounds until everybody is served").isLessThan(1_000);
      if (!cancelled.isEmpty()) {
        endCancelled(first(cancelled));
      } else if (!ringing.isEmpty()) {
        answer(first(ringing));
      } else if (!talking.isEmpty()) {
        hangUp(first(talking));
      } else {
        centre.pass(SETTLE_MILLIS);
        everybodyReady();
      }
      check();
    }
    centre.pass(SETTLE_MILLIS);
    everybodyReady();
    for (int number = 1001; number < 1001 + RandomCentre.AGENTS; number++) {
      assertThat(centre.state(number)).as("state of " + number).isEqualTo(AgentState.IDLE);
    }
    assertThat(centre.core.queues()).allSatisfy(q -> assertThat(q.waiting()).isZero());
  }

  private void everybodyReady() {
    Certificate[] all =
        RandomCentre.SKILLS.stream().map(s -> Certificate.of(s, 10)).toArray(Certificate[]::new);
    for (int number = 1001; number < 1001 + RandomCentre.AGENTS; number++) {
      AgentNo agent = Centre.agent(number);
      certify(number, all);
      centre.phone(number, true);
      centre.on(s -> new Event.PhoneFree(s, agent));
      centre.idle(number);
    }
  }

  private List<Command> act() {
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> queue();
      case 3 -> random.nextInt(3) > 0 ? giveUp() : move();
      case 4, 5 -> centre.pass(random.nextLong(1, 6_000));
      case 6 -> certify(made.someAgent(), made.certificates(centre.now()));
      case 7 -> centre.phone(made.someAgent(), random.nextInt(4) > 0);
      case 8, 9 -> centre.idle(made.someAgent());
      case 10 -> state();
      case 11 -> random.nextInt(4) == 0 ? signOut() : ring();
      case 12, 13 -> ringing.isEmpty() ? queue() : answer(some(ringing));
      case 14 -> ringing.isEmpty() ? queue() : end(some(ringing), someOutcome());
      case 15 -> talking.isEmpty() ? queue() : hangUp(some(talking));
      case 16 -> begin();
      case 17 -> phoneUse();
      case 20 -> taken.isEmpty() || random.nextBoolean() ? take() : giveBack();
      case 18 -> random.nextInt(3) > 0 ? place() : centre.on(Event.AgentsKnown::new);
      case 19 -> random.nextInt(3) > 0 ? nonsense() : changeRules();
      default -> nonsense();
    };
  }

  private List<Command> changeRules() {
    Map<QueueId, QueueRule> rules =
        random.nextBoolean() ? RandomCentre.RULES : RandomCentre.OTHER_RULES;
    waiting.ruledBy(rules, centre.now());
    return centre.on(s -> new Event.RulesChanged(s, List.copyOf(rules.values()), 600_000, 1));
  }

  private List<Command> certify(int number, Certificate[] certificates) {
    waiting.certified(Centre.agent(number), certificates);
    return centre.certify(number, certificates);
  }

  private List<Command> signOut() {
    int number = made.someAgent();
    List<Command> commands = centre.signOut(number);
    if (Centre.commandsOf(Command.Refused.class, commands).isEmpty()) {
      waiting.signedOut(Centre.agent(number));
    }
    return commands;
  }

  private List<Command> queue() {
    CallId call = Centre.call("c" + calls++);
    QueueRequest request = made.request(centre.now());
    waiting.queued(call, request, centre.now());
    return centre.queue(call.value(), request);
  }

  private List<Command> giveUp() {
    if (waiting.callers().isEmpty()) {
      return List.of();
    }
    CallId call = someCaller();
    waiting.left(call);
    taken.remove(call);
    return centre.gone(call.value());
  }

  /** Somebody for whom nobody is rung, to stand since when it was. */
  private List<Command> move() {
    Set<CallId> rung = new HashSet<>(taken);
    ringing.values().forEach(offer -> rung.add(offer.call()));
    return waiting.callers().values().stream()
        .filter(caller -> !rung.contains(caller.id))
        .findFirst()
        .map(this::move)
        .orElseGet(List::of);
  }

  private List<Command> move(WaitingModel.Caller caller) {
    QueueRequest other = made.request(caller.request.queuedAtMillis());
    var request =
        new QueueRequest(
            other.queue(),
            other.demand(),
            other.priority(),
            other.keyCustomer(),
            other.preferred(),
            caller.request.queuedAtMillis());
    waiting.moved(caller.id, request, centre.now());
    return centre.on(s -> new Event.CallMoved(s, caller.id, request));
  }

  /** Of somebody who talks as of somebody who waits, and of whoever is taken already. */
  private List<Command> take() {
    boolean talks = !talking.isEmpty() && random.nextInt(4) == 0;
    if (talks || waiting.callers().isEmpty()) {
      return talks ? taken(some(talking).call()) : List.of();
    }
    CallId call = someCaller();
    List<Command> commands = taken(call);
    taken.add(call);
    return commands;
  }

  private List<Command> taken(CallId call) {
    return centre.on(s -> new Event.CallTaken(s, call));
  }

  private List<Command> giveBack() {
    CallId call = taken.iterator().next();
    taken.remove(call);
    return centre.on(s -> new Event.CallReturned(s, call));
  }

  private CallId someCaller() {
    List<CallId> all = List.copyOf(waiting.callers().keySet());
    return all.get(random.nextInt(all.size()));
  }

  private List<Command> place() {
    if (waiting.callers().isEmpty()) {
      return List.of();
    }
    CallId call = someCaller();
    return centre.on(s -> new Event.PlaceAsked(s, call));
  }

  private List<Command> state() {
    int agent = made.someAgent();
    OptionalInt minutes = OptionalInt.of(random.nextInt(1, 30));
    return random.nextBoolean()
        ? centre.busy(agent, BusyReason.MEAL, minutes.getAsInt())
        : centre.acw(agent, minutes);
  }

  private List<Command> phoneUse() {
    AgentNo agent = Centre.agent(made.someAgent());
    CallId other = Centre.call("other");
    return random.nextBoolean()
        ? centre.on(s -> new Event.PhoneInUse(s, agent, other, random.nextBoolean()))
        : centre.on(s -> new Event.PhoneFree(s, agent));
  }

  private List<Command> ring() {
    return ringing.isEmpty() ? List.of() : centre.ringing(some(ringing).offer());
  }

  private List<Command> answer(Offered offer) {
    ringing.remove(offer.offer());
    talking.put(offer.offer(), offer);
    waiting.left(offer.call());
    return centre.answered(offer.offer());
  }

  private List<Command> begin() {
    if (talking.isEmpty()) {
      return List.of();
    }
    Offered offer = some(talking);
    List<Command> commands = centre.on(s -> new Event.TalkBegan(s, offer.offer()));
    heard.add(offer.call());
    return commands;
  }

  private List<Command> end(Offered offer, OfferOutcome outcome) {
    ringing.remove(offer.offer());
    if (outcome == OfferOutcome.CALLER_LEFT) {
      waiting.left(offer.call());
    }
    return centre.ended(offer.offer(), outcome);
  }

  private List<Command> endCancelled(Offered offer) {
    cancelled.remove(offer.offer());
    return centre.ended(offer.offer(), OfferOutcome.CALLER_LEFT);
  }

  private List<Command> hangUp(Offered offer) {
    talking.remove(offer.offer());
    return random.nextBoolean()
        ? centre.talkEnded(offer.offer())
        : centre.gone(offer.call().value());
  }

  /** What was told before, or is told of what never was. */
  private List<Command> nonsense() {
    OfferId offer = new OfferId(random.nextLong(1, 40));
    boolean live = ringing.containsKey(offer) || talking.containsKey(offer);
    return switch (random.nextInt(5)) {
      case 0 -> live ? List.of() : centre.answered(offer);
      case 1 -> live ? List.of() : ended(offer);
      case 2 -> live ? List.of() : talkedAfterAll(offer);
      case 3 -> centre.gone("never");
      default ->
          waiting.callers().isEmpty()
              ? List.of()
              : centre.queue(waiting.callers().firstEntry().getKey().value(), 0, 0);
    };
  }

  private List<Command> ended(OfferId offer) {
    cancelled.remove(offer);
    return centre.ended(offer, OfferOutcome.REJECTED);
  }

  /** An offer that was cancelled led to a talk all the same, and that is over: so is the call. */
  private List<Command> talkedAfterAll(OfferId offer) {
    Offered late = cancelled.remove(offer);
    if (late != null) {
      waiting.left(late.call());
      taken.remove(late.call());
    }
    return centre.talkEnded(offer);
  }

  /** Follows the commands as the switch and a bystander would. */
  private void see(Event event, List<Command> commands) {
    for (Command command : commands) {
      switch (command) {
        case Command.Offer offer -> offered(offer);
        case Command.CancelOffer cancel -> cancelled(cancel.offer());
        case Command.Overflowed overflow -> {
          must(!taken.contains(overflow.call()), "whoever is taken does not overflow");
          waiting.overflowed(overflow, centre.now());
        }
        case Command.PromiseBroken promise -> {
          must(broken.add(promise.call()), "a broken promise is told once");
          must(!heard.contains(promise.call()), "no promise is broken once heard");
        }
        case Command.PlaceTold place -> placeTold(place);
        case Command.Noticed noticed -> {
          if (noticed.anomaly() == Anomaly.UNTOLD_END
              && event instanceof Event.TimerFired fired
              && fired.timer() instanceof Timer.CancelGuard guard) {
            cancelled.remove(guard.offer());
          }
        }
        default -> {}
      }
    }
  }

  private void cancelled(OfferId id) {
    Offered offer = ringing.remove(id);
    offer = offer == null ? talking.remove(id) : offer;
    if (offer != null) {
      cancelled.put(id, offer);
    }
  }

  private void placeTold(Command.PlaceTold told) {
    assertThat(told.place()).isBetween(1, waiting.callers().size());
    var caller = Objects.requireNonNull(waiting.callers().get(told.call()));
    told.waitMillis()
        .ifPresent(
            wait -> {
              assertThat(wait).as("announced waits never rise").isLessThanOrEqualTo(caller.told);
              caller.told = wait;
            });
  }

  private void offered(Command.Offer offer) {
    must(!offer.rings().isEmpty() && offer.rings().size() <= 3, "one to three phones ring");
    must(offer.ringMillis() >= 3_000 && offer.ringMillis() <= 6_000, "rings of 3 s to 6 s");
    for (Offered live : liveOffers()) {
      must(!live.call().equals(offer.call()), "never two offers for a call");
    }
    must(!taken.contains(offer.call()), "nobody is offered whom somebody has taken");
    List<CallId> beingOffered =
        Stream.concat(taken.stream(), ringing.values().stream().map(Offered::call)).toList();
    waiting.checkOrder(offer.call(), beingOffered, centre.now());
    for (Command.Ring ring : offer.rings()) {
      for (Offered live : liveOffers()) {
        must(!live.agent().equals(ring.agent()), "never two offers for an agent");
      }
      Offered one = new Offered(ring.offer(), offer.call(), ring.agent(), offer.ringMillis());
      ringing.put(ring.offer(), one);
    }
  }

  private void check() {
    int told = 0;
    for (QueueStatus queue : centre.core.queues()) {
      told += queue.waiting();
    }
    must(told == waiting.callers().size(), "no caller lost, none made up");
    nobodyWaitsForNothing();
    promisesAreJudged();
    for (Offered offer : talking.values()) {
      must(state(offer) == AgentState.TALKING, "who answered talks");
    }
    for (Offered offer : ringing.values()) {
      AgentState state = state(offer);
      must(
          state == AgentState.RESERVED || state == AgentState.RINGING,
          "who is offered a call rings");
    }
  }

  private void nobodyWaitsForNothing() {
    Set<CallId> beingOffered = new HashSet<>(taken);
    ringing.values().forEach(offer -> beingOffered.add(offer.call()));
    for (int number = 1001; number < 1001 + RandomCentre.AGENTS; number++) {
      if (centre.knows(number) && centre.state(number) == AgentState.IDLE) {
        AgentNo agent = Centre.agent(number);
        for (WaitingModel.Caller caller : waiting.callers().values()) {
          boolean waits =
              !beingOffered.contains(caller.id) && !caller.mayWaitForPreferred(centre.now());
          if (waits && waiting.couldServe(agent, caller, centre.now())) {
            throw new AssertionError(caller.id + " waits while " + agent + " is idle");
          }
        }
      }
    }
  }

  private void promisesAreJudged() {
    for (WaitingModel.Caller caller : waiting.callers().values()) {
      if (centre.now() >= Math.max(caller.deadline(), caller.enteredAt + 1)) {
        must(broken.contains(caller.id), "a wait beyond the promise is told");
      } else if (centre.now() < caller.deadline() && !caller.promiseMoved) {
        must(!broken.contains(caller.id), "no promise is broken before its time");
      }
    }
  }

  private List<Offered> liveOffers() {
    List<Offered> live = new ArrayList<>(ringing.values());
    live.addAll(talking.values());
    return live;
  }

  private OfferOutcome someOutcome() {
    OfferOutcome[] ends = {
      OfferOutcome.NOT_ANSWERED,
      OfferOutcome.REJECTED,
      OfferOutcome.UNREACHABLE,
      OfferOutcome.SUPERSEDED,
      OfferOutcome.CALLER_LEFT
    };
    return ends[random.nextInt(ends.length)];
  }

  private Offered some(Map<OfferId, Offered> offers) {
    List<Offered> all = List.copyOf(offers.values());
    return all.get(random.nextInt(all.size()));
  }

  private static Offered first(Map<OfferId, Offered> offers) {
    return Objects.requireNonNull(offers.values().iterator().next());
  }

  private AgentState state(Offered offer) {
    return centre.state(Integer.parseInt(offer.agent().value()));
  }

  /** Asked millions of times: nothing is built unless it fails. */
  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("broken: " + what);
    }
  }
}
