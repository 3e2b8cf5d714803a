package io.voltline.engine.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.AgentStatus;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.Overflow;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Stamp;
import io.voltline.domain.routing.StateRequest;
import io.voltline.domain.routing.Strategy;
import io.voltline.domain.routing.Widening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** An owner whose centre tells it anything at all, in virtual time. */
final class RandomLife {
  static final OfferId LAST_OFFER = new OfferId(7_000);
  private static final SkillId GENERAL = new SkillId("general");
  private static final SkillId FAULT = new SkillId("fault");
  private static final List<String> DEMANDS =
      List.of("general", "fault:3", "fault:3+english:2|general:9");

  private final RandomGenerator random;
  private final List<OfferId> offers = new ArrayList<>(List.of(new OfferId(1)));
  private final Mailbox mailbox = new Mailbox(1_024);
  private final Owner owner;
  private long now = 1_763_760_192_000L;

  RandomLife(long seed, Journal journal) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    journal.begins(profile(), LAST_OFFER);
    owner =
        new Owner(
            new RoutingCore(profile(), LAST_OFFER),
            () -> Instant.ofEpochMilli(now),
            mailbox,
            new Published(),
            new Centre(),
            agent -> {},
            (call, decision) -> {},
            (promise, at) -> {},
            journal,
            new DispatchMetrics(new SimpleMeterRegistry(), mailbox));
  }

  /** Rules of every kind. */
  static RoutingProfile profile() {
    QueueRule general = Profiles.wrapUp(30_000).usual();
    QueueId fault = new QueueId("fault");
    return Profiles.wrapUp(30_000)
        .with(
            new QueueRule(
                fault,
                Demand.parse("fault:5+english:2"),
                new Strategy.Weighted(2, 1, 1),
                12_000,
                10_000,
                3_000,
                4,
                List.of(
                    new Widening.LowerLevels(2_000, 2),
                    new Widening.DropSkill(3_000, new SkillId("english")),
                    new Widening.OpenReserve(4_000),
                    new Widening.AddNeighbour(6_000, general.id())),
                new Overflow(Optional.of(general.id()), OptionalLong.of(60_000), 1_000)))
        .with(rule("bill", new Strategy.FixedRatio(3)))
        .with(rule("complaint", new Strategy.BestSkill()))
        .with(rule("business", new Strategy.LeastBusy()))
        .with(rule("outage", new Strategy.LongestWait()));
  }

  private static QueueRule rule(String name, Strategy strategy) {
    return new QueueRule(
        new QueueId(name),
        Demand.of(GENERAL),
        strategy,
        12_000,
        0,
        0,
        100,
        List.of(),
        Overflow.MESSAGE);
  }

  void live(int steps) throws InterruptedException {
    for (int step = 0; step < steps; step++) {
      now += random.nextInt(3) == 0 ? random.nextLong(8_000) : 0;
      tell(something());
    }
  }

  void tell(Function<Stamp, Event> event) throws InterruptedException {
    mailbox.fact(event);
    owner.step();
  }

  private Function<Stamp, Event> something() {
    return switch (random.nextInt(22)) {
      case 0, 1, 2, 3 -> s -> new Event.CallQueued(s, call(), request());
      case 4 ->
          random.nextBoolean()
              ? s -> new Event.CallGone(s, call())
              : s -> new Event.CallMoved(s, call(), request());
      case 5 -> s -> new Event.PlaceAsked(s, call());
      case 6 -> s -> new Event.OfferRinging(s, offer());
      case 7, 8 -> s -> new Event.OfferAnswered(s, offer());
      case 9 -> s -> new Event.TalkBegan(s, offer());
      case 10 -> s -> new Event.OfferEnded(s, offer(), OfferOutcome.NOT_ANSWERED);
      case 11 -> s -> new Event.TalkEnded(s, offer());
      case 12 -> s -> new Event.PhoneReachable(s, agent(), random.nextInt(4) > 0);
      case 13 -> s -> new Event.PhoneInUse(s, agent(), call(), random.nextBoolean());
      case 14 -> s -> new Event.PhoneFree(s, agent());
      case 20 -> s -> new Event.TalkHeld(s, agent(), random.nextInt(3) > 0);
      case 21 -> s -> new Event.PhoneClaimed(s, agent(), call(), random.nextBoolean());
      case 15 -> s -> new Event.AgentSignedIn(s, agent(), certificates());
      case 16 -> s -> new Event.AgentRestored(s, certificates(), last());
      case 17 ->
          random.nextInt(5) == 0
              ? s -> new Event.SignOutAsked(s, agent())
              : s -> new Event.AgentsKnown(s);
      case 18 -> s -> new Event.StateGranted(s, agent(), state());
      default -> s -> new Event.StateAsked(s, agent(), state());
    };
  }

  private QueueRequest request() {
    List<QueueId> queues =
        profile().queues().keySet().stream().sorted((a, b) -> compare(a, b)).toList();
    return new QueueRequest(
        queues.get(random.nextInt(queues.size())),
        Demand.parse(DEMANDS.get(random.nextInt(DEMANDS.size()))),
        random.nextInt(10),
        random.nextBoolean(),
        random.nextBoolean() ? List.of(agent()) : List.of(),
        now - random.nextInt(20_000));
  }

  private static int compare(QueueId one, QueueId other) {
    return one.value().compareTo(other.value());
  }

  private List<Certificate> certificates() {
    return List.of(
        Certificate.of(GENERAL, random.nextInt(1, 11)),
        new Certificate(
            FAULT, random.nextInt(1, 11), random.nextBoolean(), OptionalLong.of(now + 90_000)),
        Certificate.of(new SkillId("english"), 3));
  }

  private AgentStatus last() {
    return new AgentStatus(
        agent(),
        AgentState.BUSY,
        Optional.of(BusyReason.MEAL),
        now - 60_000,
        OptionalLong.of(now + 60_000),
        random.nextBoolean(),
        Optional.empty());
  }

  private StateRequest state() {
    return random.nextInt(4) > 0
        ? StateRequest.idle()
        : new StateRequest(AgentState.BUSY, Optional.of(BusyReason.SHORT_BREAK), OptionalInt.of(5));
  }

  private CallId call() {
    return new CallId("vl1-1." + random.nextInt(12));
  }

  private AgentNo agent() {
    return new AgentNo(Integer.toString(1001 + random.nextInt(5)));
  }

  /** Mostly one of the last. */
  private OfferId offer() {
    return offers.get(offers.size() - 1 - random.nextInt(Math.min(4, offers.size())));
  }

  private final class Centre implements Callers {
    @Override
    public void offer(CallId call, List<Command.Ring> rings, Duration ringTime) {
      rings.forEach(ring -> offers.add(ring.offer()));
    }

    @Override
    public void overflowed(Command.Overflowed overflow) {}

    @Override
    public void placeTold(Command.PlaceTold place) {}

    @Override
    public void cancel(OfferId offer, CallId call) {}
  }
}
