package io.voltline.engine.call;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.Node;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call from its arrival to its end, on its own thread. */
final class CallTask {
  private static final Logger log = LoggerFactory.getLogger(CallTask.class);

  /** Set for a caller who is not to be asked afterwards how the talk was. */
  private static final String UNASKED = "VL_UNASKED";

  /** Whoever waits for an agent waits no longer for the store. */
  private static final long STORE_MILLIS = 500;

  private final Caller caller;
  private final CallId call;
  private final FlowBook flows;
  private final FlowWalk walk;
  private final Neighbours neighbours;
  private volatile Optional<QueueWait> waiting = Optional.empty();
  private volatile boolean handOver;
  private CompletableFuture<CallerDirectory.Known> known =
      CompletableFuture.completedFuture(CallerDirectory.Known.NOTHING);

  /** How the last queue ended for the caller, until the next one. */
  private Optional<EndReason> reached = Optional.empty();

  /** When the caller began to wait who was not served yet; keeps the place in the next queue. */
  private Optional<Instant> waitsSince = Optional.empty();

  /** The call-back this line stands in for, if it is no caller's own. */
  private Optional<Long> standsFor = Optional.empty();

  /** Whether the flow goes on with the customer of a line that stands in when the agent left. */
  private boolean goesOn;

  /** Whether somebody was to call this number back as the call came in. */
  private final CompletableFuture<Boolean> owed = new CompletableFuture<>();

  /** Whether the caller took over the place of a call-back. */
  private boolean joined;

  private boolean inQueue;
  private boolean desksToWait;

  CallTask(Caller caller, FlowBook flows, Neighbours neighbours) {
    this.caller = caller;
    this.call = caller.callId();
    this.flows = flows;
    this.neighbours = neighbours;
    this.walk = new FlowWalk(caller, neighbours);
  }

  /** Runs the call to its end. On return nothing of it is left in routing. */
  void run() {
    try {
      Optional<EndReason> reason = live();
      if (reason.isPresent()) {
        ended(reason.get());
        caller.done();
      } else {
        log.info("the switch takes the call on");
      }
    } catch (CallerGone _) {
      // The caller was faster.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands an offer to the waiting call. */
  void offer(Letter.Offered offered) {
    waiting.ifPresentOrElse(
        wait -> wait.deliver(offered), () -> neighbours.giveBack(call, offered.rings()));
  }

  /** Hands what routing has to tell to the waiting call; of no use to one that is gone. */
  void tell(Letter letter) {
    waiting.ifPresent(wait -> wait.deliver(letter));
  }

  /** Says where the caller is to wait; false when they do not. */
  boolean move(Letter.Moved moved) {
    Optional<QueueWait> wait = waiting.filter(QueueWait::waits);
    wait.ifPresent(it -> it.deliver(moved));
    return wait.isPresent();
  }

  /** To a supervisor's own phone. */
  PickUp pickUp(AgentNo by) {
    return waiting.map(it -> it.pickUp(by)).orElseGet(PickUp.NotWaiting::new);
  }

  void cancel(OfferId offer) {
    waiting.ifPresent(wait -> wait.cancel(offer));
  }

  /** The switch says the caller hung up; a blocking command ends by itself. */
  void gone() {
    tell(new Letter.Gone());
  }

  /** A caller who waits, or comes to wait, goes to another engine. */
  void handOver() {
    handOver = true;
    tell(new Letter.HandOver());
  }

  /** How the call ended; empty when it goes on in another engine. */
  private Optional<EndReason> live() throws InterruptedException {
    try {
      caller.answer();
      neighbours.log().arrived(call, caller.number(), caller.arrivedAt());
      Optional<Place> kept = Place.readFrom(caller);
      if (kept.isPresent()) {
        log.info("taken over, waiting since {}", kept.get().queuedAt());
        standsFor = StandIn.of(caller);
        standsFor.ifPresent(callBack -> standsIn(callBack, kept.get()));
        caller.speak(kept.get().language());
        walk.mayBeAsked(caller.recall(UNASKED).isEmpty());
        Set<String> exits =
            walk.rejoin(flows, kept.get()).map(Action.Enqueue::exits).orElse(Set.of());
        if (standsFor.isPresent()) {
          // Nobody hears what it is offered; its customer goes on from it on a channel of their
          // own.
          goesOn = exits.contains(Node.Queue.HUNG_UP);
          exits = Set.of();
        }
        return leave(waitInLine(kept.get(), Told.readFrom(caller), exits), exits);
      }
      log.info("arrived from {}", caller.number());
      known = lookUp();
      return follow(walk.begin(flows));
    } catch (CallerGone gone) {
      return Optional.of(left());
    } catch (RuntimeException e) {
      log.error("the call broke off", e);
      return Optional.empty();
    } finally {
      waiting.ifPresent(QueueWait::leave);
    }
  }

  /** No flow finds out who the customer is. */
  private void standsIn(long callBack, Place place) {
    log.info("stands in for call-back {}", callBack);
    neighbours.log().standsIn(call);
    neighbours.log().language(call, place.language());
    place.account().ifPresent(account -> neighbours.log().identified(call, account));
  }

  private Optional<EndReason> follow(Action action) throws CallerGone, InterruptedException {
    if (action instanceof Action.Enqueue queue) {
      Place place = joined(place(queue));
      if (!walk.mayBeAsked()) {
        caller.remember(UNASKED, "1");
      }
      place.writeTo(caller);
      return leave(waitInLine(place, Told.nothing(), queue.exits()), queue.exits());
    }
    return Optional.of(reached.orElseGet(() -> walk.served().orElse(EndReason.FLOW_ENDED)));
  }

  /** The flow goes on from the queue where it says how; otherwise the call is over. */
  private Optional<EndReason> leave(WayOut way, Set<String> exits)
      throws CallerGone, InterruptedException {
    if (way == WayOut.HANDED_OVER) {
      return Optional.empty();
    }
    way.reason().ifPresent(reason -> reached = Optional.of(reason));
    if (exits.contains(way.exit())) {
      Place.forget(caller);
      tellDesks(reached.orElse(EndReason.FLOW_ENDED));
      PlaceInLine stood = waiting.orElseThrow().place().inLine();
      return follow(walk.leave(way.exit(), stood));
    }
    if (way == WayOut.MESSAGE) {
      caller.remember("VL_MESSAGE", "1");
      return Optional.of(EndReason.VOICEMAIL);
    }
    return reached;
  }

  private WayOut waitInLine(Place place, Told told, Set<String> exits)
      throws CallerGone, InterruptedException {
    var wait = new QueueWait(caller, place, told, exits, neighbours);
    waiting = Optional.of(wait);
    reached = Optional.empty();
    inQueue = true;
    if (handOver) {
      return WayOut.HANDED_OVER;
    }
    desksToWait = true;
    neighbours.log().queued(call, place.queue(), place.queuedAt());
    neighbours.desks().waiting(call, caller.number(), place.account());
    WayOut way = wait.run();
    inQueue = false;
    waitsSince = way == WayOut.TALKED ? Optional.empty() : Optional.of(place.queuedAt());
    wait.leave();
    return way;
  }

  private Place place(Action.Enqueue queue) {
    // Looked up while the welcome played; whoever waits for an agent does not wait for the store.
    CallerDirectory.Known found = known.getNow(CallerDirectory.Known.NOTHING);
    if (walk.account().isEmpty()) {
      found.account().ifPresent(no -> neighbours.log().identified(call, no));
    }
    return new Place(
        queue.queue(),
        queue.demand(),
        queue.priority(),
        waitsSince.orElseGet(neighbours::now),
        walk.language(),
        found.with(walk.account()),
        walk.path());
  }

  private CompletableFuture<CallerDirectory.Known> lookUp() {
    var found = new CompletableFuture<CallerDirectory.Known>();
    Thread.startVirtualThread(
        () -> {
          found.complete(neighbours.directory().known(caller.number()));
          owed.complete(neighbours.callBacks().owed(caller.number()));
        });
    return found;
  }

  /** The place of the line that stands in for the caller, if one does. */
  private Place joined(Place place) {
    if (!soon(owed, false)) {
      return place;
    }
    var taken = new CompletableFuture<Optional<PlaceInLine>>();
    Thread.startVirtualThread(
        () -> {
          if (!taken.complete(neighbours.callBacks().join(call, caller.number(), place.inLine()))) {
            neighbours.callBacks().left(call);
          }
        });
    Optional<PlaceInLine> there = soon(taken, Optional.empty());
    joined |= there.isPresent();
    return there.map(place::at).orElse(place);
  }

  private static <T> T soon(CompletableFuture<T> told, T otherwise) {
    return told.completeOnTimeout(otherwise, STORE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  private EndReason left() {
    if (inQueue && waiting.isPresent()) {
      return waiting.get().talked() ? EndReason.CALLER_HUNG_UP : abandoned();
    }
    EndReason unserved = waiting.isEmpty() ? EndReason.ABANDONED_IN_FLOW : abandoned();
    return reached.orElseGet(() -> walk.served().orElse(unserved));
  }

  /** Nobody waits on a line that stands in. */
  private EndReason abandoned() {
    return standsFor.isPresent() ? EndReason.NOT_REACHED : EndReason.ABANDONED_IN_QUEUE;
  }

  private void ended(EndReason reason) {
    log.info("ended: {}", reason);
    neighbours.log().ended(call, reason, neighbours.now());
    if (waiting.isEmpty() || desksToWait) {
      tellDesks(reason);
    }
    Optional<AgentNo> agent = waiting.flatMap(QueueWait::talkedTo);
    if (standsFor.isPresent()) {
      CallBacks.End end = standInEnd(agent.isPresent());
      neighbours.callBacks().ended(standsFor.get(), end);
      agent = agent.filter(_ -> end == CallBacks.End.REACHED);
    } else if (agent.isPresent()) {
      neighbours.callBacks().served(call, caller.number());
    } else if (joined) {
      neighbours.callBacks().left(call);
    }
    boolean askedByKey = goesOn && reason == EndReason.AGENT_HUNG_UP;
    agent.filter(_ -> walk.mayBeAsked() && !askedByKey).ifPresent(this::askLater);
  }

  private CallBacks.End standInEnd(boolean talked) {
    if (!talked) {
      return CallBacks.End.NOT_TRIED;
    }
    return StandIn.reached(caller) ? CallBacks.End.REACHED : CallBacks.End.MISSED;
  }

  private void askLater(AgentNo agent) {
    neighbours.surveys().notAsked(new Surveys.Talk(call, caller.number(), agent, walk.language()));
  }

  private void tellDesks(EndReason reason) {
    desksToWait = false;
    List<AgentNo> agents = waiting.map(QueueWait::offeredTo).orElse(List.of());
    neighbours.desks().ended(call, agents, reason);
  }
}
