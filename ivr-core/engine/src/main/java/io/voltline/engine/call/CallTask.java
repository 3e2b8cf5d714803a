package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call from its arrival to its end, on its own thread. */
final class CallTask {
  private static final Logger log = LoggerFactory.getLogger(CallTask.class);

  private final Caller caller;
  private final CallId call;
  private final Flow flow;
  private final Neighbours neighbours;
  private volatile Optional<QueueWait> waiting = Optional.empty();
  private volatile boolean handOver;

  CallTask(Caller caller, Flow flow, Neighbours neighbours) {
    this.caller = caller;
    this.call = caller.callId();
    this.flow = flow;
    this.neighbours = neighbours;
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
    var walk = new FlowWalk(caller, neighbours);
    try {
      caller.answer();
      neighbours.log().arrived(call, caller.number(), caller.arrivedAt());
      Optional<Place> kept = Place.readFrom(caller);
      if (kept.isPresent()) {
        log.info("taken over, waiting since {}", kept.get().queuedAt());
        caller.speak(kept.get().language());
        return waitInLine(kept.get(), Told.readFrom(caller));
      }
      log.info("arrived from {}", caller.number());
      var known = lookUp();
      return switch (walk.run(flow)) {
        case Action.Enqueue queue -> {
          Place place = place(queue, walk, known);
          place.writeTo(caller);
          yield waitInLine(place, Told.nothing());
        }
        default -> Optional.of(EndReason.FLOW_ENDED);
      };
    } catch (CallerGone gone) {
      return Optional.of(left());
    } catch (RuntimeException e) {
      log.error("the call broke off", e);
      return Optional.empty();
    } finally {
      waiting.ifPresent(QueueWait::leave);
    }
  }

  private Optional<EndReason> waitInLine(Place place, Told told)
      throws CallerGone, InterruptedException {
    var wait = new QueueWait(caller, place, told, neighbours);
    waiting = Optional.of(wait);
    if (handOver) {
      return Optional.empty();
    }
    neighbours.log().queued(call, place.queue(), place.queuedAt());
    neighbours.desks().waiting(call, caller.number(), place.account());
    return wait.run();
  }

  private Place place(
      Action.Enqueue queue, FlowWalk walk, CompletableFuture<CallerDirectory.Known> lookUp) {
    // Looked up while the welcome played; whoever waits for an agent does not wait for the store.
    CallerDirectory.Known known = lookUp.getNow(CallerDirectory.Known.NOTHING);
    known.account().ifPresent(no -> neighbours.log().identified(call, no));
    return new Place(
        queue.queue(),
        queue.demand(),
        queue.priority(),
        neighbours.now(),
        walk.language(),
        known,
        walk.path());
  }

  private CompletableFuture<CallerDirectory.Known> lookUp() {
    var found = new CompletableFuture<CallerDirectory.Known>();
    Thread.startVirtualThread(() -> found.complete(neighbours.directory().known(caller.number())));
    return found;
  }

  private EndReason left() {
    if (waiting.isEmpty()) {
      return EndReason.ABANDONED_IN_FLOW;
    }
    return waiting.get().talked() ? EndReason.CALLER_HUNG_UP : EndReason.ABANDONED_IN_QUEUE;
  }

  private void ended(EndReason reason) {
    log.info("ended: {}", reason);
    neighbours.log().ended(call, reason, neighbours.now());
    List<AgentNo> agents = waiting.map(QueueWait::offeredTo).orElse(List.of());
    neighbours.desks().ended(call, agents, reason);
  }
}
