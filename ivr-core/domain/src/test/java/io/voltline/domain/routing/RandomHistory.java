package io.voltline.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One random life of a small centre whose switch answers, rejects, hangs up, repeats itself and
 * sometimes loses a message. Its model knows only what a bystander can see from the commands.
 */
final class RandomHistory {
  private static final int AGENTS = 4;
  private static final int STEPS = 60;

  /** Long enough for every timer of the profile. */
  private static final long SETTLE_MILLIS = 24L * 3_600_000;

  private final RandomGenerator random;
  private final Centre centre = new Centre();
  private final SequencedMap<CallId, Long> waiting = new LinkedHashMap<>();
  private final Map<OfferId, Command.Offer> ringing = new LinkedHashMap<>();
  private final Map<OfferId, Command.Offer> talking = new LinkedHashMap<>();
  private final Map<OfferId, Command.Offer> cancelled = new LinkedHashMap<>();
  private final Set<CallId> gone = new HashSet<>();
  private final Map<CallId, Integer> priorities = new HashMap<>();
  private int calls;

  RandomHistory(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  List<Event> journal() {
    return centre.journal;
  }

  List<Command> commands() {
    return centre.commands;
  }

  static List<Command> replay(List<Event> journal) {
    RoutingCore core = new RoutingCore(Centre.PROFILE, new OfferId(0));
    return journal.stream().flatMap(event -> core.on(event).stream()).toList();
  }

  void live() {
    for (int step = 0; step < STEPS; step++) {
      see(act());
      check();
    }
  }

  /** Everybody comes back, everything ends, time passes: then nothing may be left over. */
  void settle() {
    for (int number = 1001; number < 1001 + AGENTS; number++) {
      see(centre.signIn(number, Centre.SKILL));
      see(centre.phone(number, true));
      see(centre.idle(number));
    }
    int rounds = 0;
    while (!(waiting.isEmpty() && ringing.isEmpty() && talking.isEmpty() && cancelled.isEmpty())) {
      assertThat(rounds++).as("rounds until everybody is served").isLessThan(1_000);
      if (!cancelled.isEmpty()) {
        see(endCancelled(first(cancelled)));
      } else if (!ringing.isEmpty()) {
        see(answer(first(ringing)));
      } else if (!talking.isEmpty()) {
        see(hangUp(first(talking)));
      } else {
        see(centre.pass(SETTLE_MILLIS));
        for (int number = 1001; number < 1001 + AGENTS; number++) {
          see(centre.idle(number));
        }
      }
      check();
    }
    see(centre.pass(SETTLE_MILLIS));
    for (int number = 1001; number < 1001 + AGENTS; number++) {
      see(centre.idle(number));
      assertThat(centre.state(number)).as("state of " + number).isEqualTo(AgentState.IDLE);
    }
    assertThat(centre.queue().waiting()).isZero();
    assertThat(centre.queue().idle()).isEqualTo(AGENTS);
  }

  private List<Command> act() {
    return switch (random.nextInt(17)) {
      case 0, 1, 2 -> queue();
      case 3 -> giveUp();
      case 4, 5 -> centre.pass(random.nextLong(1, 6_000));
      case 6 -> centre.signIn(someAgent(), Centre.SKILL);
      case 7 -> centre.phone(someAgent(), random.nextInt(4) > 0);
      case 8, 9 -> centre.idle(someAgent());
      case 10 -> state();
      case 11 -> random.nextInt(4) == 0 ? centre.signOut(someAgent()) : ring();
      case 12, 13 -> ringing.isEmpty() ? queue() : answer(some(ringing));
      case 14 -> ringing.isEmpty() ? queue() : end(some(ringing), someOutcome());
      case 15 -> talking.isEmpty() ? queue() : hangUp(some(talking));
      default -> nonsense();
    };
  }

  private List<Command> queue() {
    CallId call = Centre.call("c" + calls++);
    int priority = random.nextInt(5) == 0 ? 9 : 0;
    long queuedAt = centre.now() - (random.nextInt(5) == 0 ? random.nextLong(60_000) : 0);
    waiting.put(call, queuedAt);
    priorities.put(call, priority);
    return centre.queue(call.value(), priority, queuedAt);
  }

  private List<Command> giveUp() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<CallId> all = List.copyOf(waiting.keySet());
    CallId call = all.get(random.nextInt(all.size()));
    waiting.remove(call);
    gone.add(call);
    return centre.gone(call.value());
  }

  private List<Command> state() {
    int agent = someAgent();
    OptionalInt minutes = OptionalInt.of(random.nextInt(1, 30));
    return random.nextBoolean()
        ? centre.busy(agent, BusyReason.MEAL, minutes.getAsInt())
        : centre.acw(agent, minutes);
  }

  private List<Command> ring() {
    return ringing.isEmpty() ? List.of() : centre.ringing(some(ringing).offer());
  }

  private List<Command> answer(Command.Offer offer) {
    ringing.remove(offer.offer());
    talking.put(offer.offer(), offer);
    waiting.remove(offer.call());
    return centre.answered(offer.offer());
  }

  private List<Command> end(Command.Offer offer, OfferOutcome outcome) {
    ringing.remove(offer.offer());
    if (outcome == OfferOutcome.CALLER_LEFT) {
      waiting.remove(offer.call());
      gone.add(offer.call());
    }
    return centre.ended(offer.offer(), outcome);
  }

  private List<Command> endCancelled(Command.Offer offer) {
    cancelled.remove(offer.offer());
    return centre.ended(offer.offer(), OfferOutcome.CALLER_LEFT);
  }

  private List<Command> hangUp(Command.Offer offer) {
    talking.remove(offer.offer());
    gone.add(offer.call());
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
      case 1 -> live ? List.of() : centre.ended(offer, OfferOutcome.REJECTED);
      case 2 -> live ? List.of() : centre.talkEnded(offer);
      case 3 -> centre.gone("never");
      default ->
          waiting.isEmpty() ? List.of() : centre.queue(waiting.firstEntry().getKey().value(), 0, 0);
    };
  }

  /** Follows the commands as the switch and a bystander would. */
  private void see(List<Command> commands) {
    for (Command command : commands) {
      switch (command) {
        case Command.Offer offer -> offered(offer);
        case Command.CancelOffer cancel -> {
          Command.Offer offer = ringing.remove(cancel.offer());
          if (offer != null) {
            cancelled.put(cancel.offer(), offer);
          }
        }
        case Command.Noticed noticed -> {
          if (noticed.anomaly() == Anomaly.UNTOLD_END) {
            cancelled.clear();
          }
        }
        default -> {}
      }
    }
  }

  private void offered(Command.Offer offer) {
    assertThat(waiting).as("only callers who wait are offered").containsKey(offer.call());
    for (Command.Offer live : liveOffers()) {
      assertThat(live.agent()).as("never two offers for an agent").isNotEqualTo(offer.agent());
      assertThat(live.call()).as("never two offers for a call").isNotEqualTo(offer.call());
    }
    assertThat(offer.ringMillis()).isBetween(4_000L, 8_000L);
    assertThat(gone).doesNotContain(offer.call());
    Set<CallId> inOffer = new HashSet<>();
    ringing.values().forEach(o -> inOffer.add(o.call()));
    for (CallId other : waiting.keySet()) {
      if (!inOffer.contains(other) && before(other, offer.call())) {
        throw new AssertionError(other + " waits behind " + offer.call());
      }
    }
    ringing.put(offer.offer(), offer);
  }

  /** Strictly before: equal priority and time leave the order to the sequence. */
  private boolean before(CallId one, CallId other) {
    Comparator<CallId> order =
        Comparator.<CallId>comparingInt(c -> -priorities.getOrDefault(c, 0))
            .thenComparingLong(c -> waiting.getOrDefault(c, 0L));
    return order.compare(one, other) < 0;
  }

  private void check() {
    assertThat(centre.queue().waiting())
        .as("no caller lost, none made up")
        .isEqualTo(waiting.size());
    Set<CallId> inLine = new HashSet<>(waiting.keySet());
    ringing.values().forEach(offer -> inLine.remove(offer.call()));
    assertThat(inLine.isEmpty() || centre.queue().idle() == 0)
        .as("nobody waits while an agent is idle")
        .isTrue();
    for (Command.Offer offer : talking.values()) {
      assertThat(centre.state(number(offer.agent()))).isEqualTo(AgentState.TALKING);
    }
    for (Command.Offer offer : ringing.values()) {
      assertThat(centre.state(number(offer.agent()))).isIn(AgentState.RESERVED, AgentState.RINGING);
    }
  }

  private List<Command.Offer> liveOffers() {
    List<Command.Offer> live = new ArrayList<>(ringing.values());
    live.addAll(talking.values());
    return live;
  }

  private int someAgent() {
    return 1001 + random.nextInt(AGENTS);
  }

  private OfferOutcome someOutcome() {
    OfferOutcome[] ends = {
      OfferOutcome.NOT_ANSWERED,
      OfferOutcome.REJECTED,
      OfferOutcome.UNREACHABLE,
      OfferOutcome.CALLER_LEFT
    };
    return ends[random.nextInt(ends.length)];
  }

  private Command.Offer some(Map<OfferId, Command.Offer> offers) {
    List<Command.Offer> all = List.copyOf(offers.values());
    return all.get(random.nextInt(all.size()));
  }

  private static Command.Offer first(Map<OfferId, Command.Offer> offers) {
    return Objects.requireNonNull(offers.values().iterator().next());
  }

  private static int number(AgentNo agent) {
    return Integer.parseInt(agent.value());
  }
}
