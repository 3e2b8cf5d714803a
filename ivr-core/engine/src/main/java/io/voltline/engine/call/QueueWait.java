package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.engine.dispatch.Overloaded;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A caller's time in a queue: music, offers, rings, until a talk took place or the caller left. */
final class QueueWait {
  private static final Logger log = LoggerFactory.getLogger(QueueWait.class);

  /** The switch tells at once when a caller hangs up; this is how long it may fail to. */
  private static final Duration CHECK_EVERY = Duration.ofSeconds(2);

  private final Caller caller;
  private final CallId call;
  private final Told told;
  private final Choices choices;
  private final Neighbours neighbours;
  private final BlockingQueue<Letter> inbox = new ArrayBlockingQueue<>(32);
  private final Set<AgentNo> offeredTo = new LinkedHashSet<>();
  private Place place;
  private Instant tellAt;
  private volatile @Nullable Ring ringing;
  private volatile @Nullable Announcement announcement;
  private volatile boolean open = true;
  private volatile boolean inLine;

  /** Who took the caller out of the line, until the own phone rings no more and nobody talks. */
  private final AtomicReference<@Nullable AgentNo> taker = new AtomicReference<>();

  private Optional<AgentNo> talkedTo = Optional.empty();
  private boolean talked;

  /** A wait that begins; {@code exits} are those of the flow's node. */
  QueueWait(Caller caller, Place place, Told told, Set<String> exits, Neighbours neighbours) {
    this.caller = caller;
    this.call = caller.callId();
    this.place = place;
    this.told = told;
    this.neighbours = neighbours;
    this.tellAt = neighbours.now().plus(neighbours.waiting().tellFirst());
    this.choices = new Choices(exits, place.queuedAt().plus(neighbours.waiting().choicesAfter()));
  }

  /** Where the caller stands, or stood. */
  Place place() {
    return place;
  }

  /** Everybody the call was offered to. */
  List<AgentNo> offeredTo() {
    return List.copyOf(offeredTo);
  }

  /** The agent whom the caller talked to last; empty when no two heard each other. */
  Optional<AgentNo> talkedTo() {
    return talkedTo;
  }

  /** Whether the wait ended in a talk, after which the caller does not wait again. */
  boolean talked() {
    return talked;
  }

  /** Takes a letter from any thread; false when nobody is going to read it. */
  boolean deliver(Letter letter) {
    synchronized (inbox) {
      if (open && inbox.offer(letter)) {
        cutAnnouncement();
        return true;
      }
    }
    if (open) {
      log.error("inbox full, lost {}", letter);
    }
    refuse(letter, open ? OfferOutcome.UNREACHABLE : OfferOutcome.CALLER_LEFT);
    return false;
  }

  private void refuse(Letter letter, OfferOutcome outcome) {
    if (letter instanceof Letter.Offered offered) {
      offered.rings().forEach(ring -> neighbours.routing().offerEnded(ring.offer(), outcome));
    }
  }

  /** Whatever the letter says is better than what is being said. */
  private void cutAnnouncement() {
    Announcement now = announcement;
    if (now != null) {
      now.cut();
    }
  }

  /** Ends an offer from any thread, whether it rings already or is still to be read. */
  void cancel(OfferId offer) {
    deliver(new Letter.Cancelled(offer));
    Ring now = ringing;
    if (now != null) {
      now.cancel(offer).ifPresent(this::silence);
    }
  }

  /**
   * Waits until the talk is over.
   *
   * @return how the caller left
   */
  WayOut run() throws CallerGone, InterruptedException {
    joinLine();
    caller.music(true);
    hurryInStorm();
    while (true) {
      Optional<WayOut> chosen = Optional.empty();
      switch (inbox.poll(patience().toNanos(), TimeUnit.NANOSECONDS)) {
        case null -> chosen = idle();
        case Letter.Gone _ -> throw new CallerGone("hung up while waiting");
        case Letter.HandOver _ -> {
          leave();
          return WayOut.HANDED_OVER;
        }
        case Letter.Cancelled _ -> {
          // It crossed the end of its ring.
        }
        case Letter.Moved moved -> move(moved);
        case Letter.Taken own -> {
          if (isOver(ringOwn(own.by()))) {
            return WayOut.TALKED;
          }
        }
        case Letter.PlaceTold letter -> chosen = tell(letter.place());
        case Letter.Overflowed letter -> {
          if (!movedOn(letter.overflow())) {
            return WayOut.MESSAGE;
          }
        }
        case Letter.Offered offered -> {
          if (isOver(ring(offered))) {
            return WayOut.TALKED;
          }
        }
      }
      if (chosen.isPresent()) {
        log.info("the caller chose {}", chosen.get());
        caller.music(false);
        return chosen.get();
      }
    }
  }

  /** Whether there was a talk and nothing comes after it; otherwise the caller waits on. */
  private boolean isOver(boolean talked) throws CallerGone, InterruptedException {
    if (talked && !waitsAgain()) {
      return true;
    }
    if (!inLine) {
      joinLine();
    }
    caller.music(true);
    return false;
  }

  /** Asked beside the wait: whoever is to be rung for waits for no store. */
  private void hurryInStorm() {
    if (choices.any()) {
      var ask = new Action.Consult("storm", Map.of());
      var asks =
          new FlowCall(
              call,
              caller.number(),
              place.language(),
              place.account(),
              place.path(),
              Optional.of(place.inLine()));
      Thread.startVirtualThread(
          () -> {
            if (neighbours.services().consult(asks, ask).outcome().equals("on")) {
              choices.early();
            }
          });
    }
  }

  private Duration patience() {
    Duration left = Duration.between(neighbours.now(), tellAt);
    return Collections.max(List.of(Duration.ZERO, Collections.min(List.of(left, CHECK_EVERY))));
  }

  /** Nothing came for a while: the caller may be gone, have pressed a key, or wish to know. */
  private Optional<WayOut> idle() throws CallerGone, InterruptedException {
    if (!inLine) {
      joinLine();
    }
    if (neighbours.now().isBefore(tellAt)) {
      return caller.check().flatMap(key -> choices.by(key, neighbours.now()));
    }
    tellAt = neighbours.now().plus(neighbours.waiting().tellEvery());
    neighbours.routing().placeAsked(call);
    return Optional.empty();
  }

  private Optional<WayOut> tell(Command.PlaceTold now) throws CallerGone {
    List<String> prompts =
        Stream.concat(told.next(now).stream(), choices.prompts(neighbours.now()).stream()).toList();
    if (prompts.isEmpty()) {
      return Optional.empty();
    }
    told.writeTo(caller);
    var telling = new Announcement(() -> neighbours.phones().cutAnnouncement(call));
    announcement = telling;
    try {
      // In this order: a letter that came before the announcement stood cannot cut it.
      if (inbox.isEmpty()) {
        log.info("told {}", prompts);
        Optional<Character> key = caller.announce(prompts, choices.keys(neighbours.now()), telling);
        caller.music(true);
        return key.flatMap(pressed -> choices.by(pressed, neighbours.now()));
      }
      return Optional.empty();
    } finally {
      announcement = null;
      telling.over();
    }
  }

  /** Whether the caller waits on, in another queue; otherwise they are to leave a message. */
  private boolean movedOn(Command.Overflowed overflow) throws CallerGone {
    log.info("overflow of {}: {}", overflow.from(), overflow.cause());
    neighbours.log().overflowed(overflow, neighbours.now());
    if (overflow.to().isEmpty()) {
      inLine = false;
      caller.music(false);
      return false;
    }
    QueueId to = overflow.to().get();
    place = place.in(to, neighbours.waiting().demands().of(to).orElse(place.demand()));
    place.writeQueueTo(caller);
    return true;
  }

  /** The caller does not wait here any more, whatever the reason: routing forgets the call. */
  void leave() {
    leaveLine();
    synchronized (inbox) {
      open = false;
    }
    inbox.forEach(letter -> refuse(letter, OfferOutcome.CALLER_LEFT));
    inbox.clear();
  }

  private Place asking() {
    QueueId queue = place.queue();
    return place.in(queue, neighbours.waiting().demands().asked(queue, place.demand()));
  }

  private void joinLine() throws CallerGone, InterruptedException {
    while (true) {
      try {
        neighbours.routing().callQueued(call, asking().request());
        inLine = true;
        return;
      } catch (Overloaded e) {
        log.warn("routing is overloaded, trying again: {}", e.getMessage());
        caller.music(true);
        TimeUnit.SECONDS.sleep(1);
      }
    }
  }

  private void leaveLine() {
    if (inLine) {
      inLine = false;
      neighbours.routing().callGone(call);
    }
  }

  /** Whether the caller waits, and nobody is rung for them. */
  boolean waits() {
    return open && inLine && ringing == null && taker.get() == null;
  }

  /** Takes the caller out of the line. */
  PickUp pickUp(AgentNo by) {
    if (!waits() || !taker.compareAndSet(null, by)) {
      return Optional.ofNullable(taker.get())
          .<PickUp>map(PickUp.TakenBy::new)
          .orElseGet(PickUp.NotWaiting::new);
    }
    // An agent's ring that began meanwhile has the caller; see the other half in ring().
    if (ringing == null && deliver(new Letter.Taken(by))) {
      return new PickUp.Rings();
    }
    taker.set(null);
    return new PickUp.NotWaiting();
  }

  private void move(Letter.Moved moved) throws CallerGone, InterruptedException {
    QueueId to = moved.queue().orElse(place.queue());
    place =
        place.moved(
            to,
            neighbours.waiting().demands().of(to).orElse(place.demand()),
            moved.priority().orElse(place.priority()),
            moved.first());
    place.writeTo(caller);
    log.info("moved to {}", place.queue());
    if (inLine) {
      neighbours.routing().callMoved(call, asking().request());
    } else {
      joinLine();
    }
    caller.music(true);
  }

  /** Whether a talk took place; otherwise the caller waits on. */
  private boolean ring(Letter.Offered offered) throws CallerGone {
    var ring = new Ring(call, offered.rings(), neighbours);
    ringing = ring;
    if (taker.get() != null) {
      ringing = null;
      refuse(offered, OfferOutcome.SUPERSEDED);
      return false;
    }
    offered.rings().stream()
        .map(Command.Ring::offer)
        .filter(offer -> inbox.remove(new Letter.Cancelled(offer)))
        .forEach(ring::cancel);
    ring.skipCancelled();
    if (ring.offers().isEmpty()) {
      ringing = null;
      return false;
    }
    String file = ring.record();
    OfferOutcome outcome = OfferOutcome.CALLER_LEFT;
    try {
      caller.record(file);
      outcome = dial(ring, offered.ringTime()).outcome();
    } finally {
      ringing = null;
      Optional<AgentNo> heard = ring.over(outcome);
      talked = heard.isPresent();
      if (talked) {
        talkedTo = heard;
        inLine = false;
      }
      close(file);
    }
    return talked;
  }

  /** Whether the two talked; otherwise the caller waits on in the old place. */
  private boolean ringOwn(AgentNo by) throws CallerGone {
    neighbours.routing().callTaken(call);
    var ring = new OwnRing(call, by, neighbours);
    OfferOutcome outcome = OfferOutcome.CALLER_LEFT;
    try {
      caller.record(ring.file());
      pop(by, OwnRing.LONGEST);
      outcome = caller.ring(List.of(by), OwnRing.LONGEST, ring).outcome();
    } finally {
      talked = ring.over(outcome);
      if (talked) {
        talkedTo = Optional.of(by);
        inLine = false;
      }
      close(ring.file());
      taker.set(null);
    }
    if (!talked) {
      neighbours.routing().callReturned(call);
    }
    return talked;
  }

  /** Whether the desk passed the caller on to a queue; a second wait is one like the first. */
  private boolean waitsAgain() throws CallerGone {
    Optional<AfterTalk.Next> next = neighbours.afterTalk().next(call);
    if (next.isEmpty()) {
      return false;
    }
    caller.apart();
    place = again(next.get());
    place.writeTo(caller);
    talked = false;
    log.info("waits again, in {}", place.queue());
    return true;
  }

  private Place again(AfterTalk.Next next) {
    QueueId to = next.queue().orElse(place.queue());
    Demand demand = neighbours.waiting().demands().of(to).orElse(place.demand());
    return place.anew(to, demand, next.preferred(), neighbours.now());
  }

  private RingResult dial(Ring ring, Duration ringTime) throws CallerGone {
    Map<AgentNo, OfferId> offers = ring.offers();
    offers.forEach((agent, offer) -> announce(agent, offer, ringTime));
    return caller.ring(List.copyOf(offers.keySet()), ringTime, ring);
  }

  private void close(String file) {
    caller.stopRecording();
    if (talked) {
      neighbours.recorder().finished(file);
    } else {
      neighbours.recorder().discarded(file);
    }
  }

  /** The pop goes to the desk before the ring goes to the phone. */
  private void announce(AgentNo agent, OfferId offer, Duration ringTime) {
    offeredTo.add(agent);
    neighbours.log().offered(call, offer, agent, ringTime, neighbours.now());
    pop(agent, ringTime);
  }

  private void pop(AgentNo agent, Duration ringTime) {
    neighbours
        .desks()
        .offered(
            new CallObserver.Pop(
                call,
                agent,
                caller.number(),
                place.account(),
                place.language(),
                place.queue(),
                place.queuedAt(),
                ringTime,
                place.path()));
  }

  private void silence(AgentNo agent) {
    if (!neighbours.phones().stopRinging(call, agent)) {
      // A ring ends by itself in its time. If it does not, this is a talk nobody told of in time:
      // the call must not be offered to anybody else meanwhile.
      leaveLine();
    }
  }
}
