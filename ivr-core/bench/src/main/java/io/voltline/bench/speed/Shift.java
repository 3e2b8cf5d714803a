package io.voltline.bench.speed;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.Stamp;
import io.voltline.domain.routing.StateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * A centre in steady state: a talk ends and its agent gets a call, another call is queued and an
 * agent is looked for. Every talk lasts 180 s in the mean, in virtual time.
 */
final class Shift {
  private static final long BEGIN = 1_000_000;
  private static final double TALK_MILLIS = 180_000;

  private final Router router;
  private final Size size;
  private final Population population;
  private final Timers timers = new Timers(BEGIN);
  private final List<OfferId> talks = new ArrayList<>();
  private final double millisEach;
  private Consumer<Command.Offer> watcher = _ -> {};
  private double now = BEGIN;
  private long seq;
  private int waiting;

  Shift(Router router, Size size) {
    this.router = router;
    this.size = size;
    this.population = new Population(size);
    this.millisEach = TALK_MILLIS / size.agents();
  }

  /** Everybody signs in, everybody talks, and as many as are to wait do. */
  void open() {
    for (AgentNo agent : population.agents()) {
      obey(on(s -> new Event.AgentSignedIn(s, agent, population.certificates())));
      obey(on(s -> new Event.PhoneReachable(s, agent, true)));
      obey(on(s -> new Event.StateAsked(s, agent, StateRequest.idle())));
    }
    obey(on(Event.AgentsKnown::new));
    while (waiting < size.waiting()) {
      queue();
    }
  }

  void watch(Consumer<Command.Offer> offers) {
    watcher = offers;
  }

  /** Two decisions: a call for an agent, and agents for a call. */
  void work(int decisions) {
    for (int i = 0; i < decisions; i += 2) {
      passTime();
      obey(on(ended()));
      obey(on(queued()));
    }
  }

  /** The same, each decision by the clock. */
  void work(int decisions, Histogram nanos) {
    for (int i = 0; i < decisions; i += 2) {
      passTime();
      timed(ended(), nanos);
      timed(queued(), nanos);
    }
  }

  private void timed(Function<Stamp, Event> event, Histogram nanos) {
    Event stamped = stamped(event);
    long began = System.nanoTime();
    List<Command> commands = router.on(stamped);
    nanos.recordValue(System.nanoTime() - began);
    obey(commands);
  }

  private void queue() {
    obey(on(queued()));
  }

  private Function<Stamp, Event> queued() {
    waiting++;
    var id = population.id();
    var request = population.request((long) now);
    return s -> new Event.CallQueued(s, id, request);
  }

  private Function<Stamp, Event> ended() {
    int i = population.choose(talks.size());
    OfferId offer = talks.get(i);
    talks.set(i, talks.getLast());
    talks.removeLast();
    return s -> new Event.TalkEnded(s, offer);
  }

  private void passTime() {
    now += millisEach;
    timers.fire((long) now, timer -> obey(on(s -> new Event.TimerFired(s, timer))));
  }

  private void obey(List<Command> commands) {
    for (Command command : commands) {
      switch (command) {
        case Command.Offer offer -> answer(offer);
        case Command.StartTimer timer -> timers.start(timer);
        default -> {}
      }
    }
  }

  private void answer(Command.Offer offer) {
    watcher.accept(offer);
    OfferId first = offer.rings().getFirst().offer();
    waiting--;
    talks.add(first);
    obey(on(s -> new Event.OfferAnswered(s, first)));
    obey(on(s -> new Event.TalkBegan(s, first)));
  }

  private List<Command> on(Function<Stamp, Event> event) {
    return router.on(stamped(event));
  }

  private Event stamped(Function<Stamp, Event> event) {
    return event.apply(new Stamp(++seq, (long) now));
  }
}
