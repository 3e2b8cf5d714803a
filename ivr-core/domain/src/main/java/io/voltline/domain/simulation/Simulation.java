package io.voltline.domain.simulation;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.Stamp;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One run of a scenario: hands the routing core every event at its time, and obeys. */
public final class Simulation {
  private final Scenario scenario;
  private final RoutingCore core;
  private final Agenda agenda = new Agenda();
  private final Ledger ledger;
  private final Seats seats;
  private final Iterator<Caller> callers;
  private final RandomGenerator redials;
  private final Map<CallId, Visit> visits = new HashMap<>();
  private final Map<OfferId, Ring> rings = new HashMap<>();
  private long seq;
  private long calls;

  private Simulation(Scenario scenario, long seed) {
    // A source of chance for each who uses it: one more redial does not change who calls next.
    SplittableRandom random = new SplittableRandom(seed);
    this.scenario = scenario;
    this.core = new RoutingCore(scenario.profile(), new OfferId(0));
    this.ledger = new Ledger(scenario);
    this.callers = scenario.arrivals().callers(random.split());
    this.redials = random.split();
    this.seats = new Seats(scenario, agenda, ledger, this::tell, random.split());
  }

  /** What comes of a scenario; the same seed gives the same result. */
  public static Result run(Scenario scenario, long seed) {
    Simulation simulation = new Simulation(scenario, seed);
    simulation.live();
    return simulation.ledger.result(seed);
  }

  /** Until the last caller has left; nobody comes after the end, but who is there is served. */
  private void live() {
    seats.open();
    tell(Event.AgentsKnown::new);
    nextCaller();
    while (!agenda.isEmpty()) {
      happen(agenda.next());
    }
    visits.values().forEach(ledger::leftWaiting);
    seats.close();
  }

  private void nextCaller() {
    if (callers.hasNext()) {
      Caller caller = callers.next();
      if (caller.atMillis() < scenario.endMillis()) {
        agenda.at(caller.atMillis(), new Happening.Comes(caller, 1));
      }
    }
  }

  private void happen(Happening happening) {
    switch (happening) {
      case Happening.Comes h -> {
        if (h.attempt() == 1) {
          nextCaller();
        }
        comes(h.caller(), h.attempt());
      }
      case Happening.GivesUp h -> givesUp(h.visit());
      case Happening.Answers h -> answers(h.ring());
      case Happening.TalkBegins h -> talkBegins(h.ring());
      case Happening.TalkEnds h -> talkEnds(h.ring());
      case Happening.RingEnds h -> ringEnds(h.ring(), h.outcome());
      case Happening.TimerDue h -> tell(stamp -> new Event.TimerFired(stamp, h.timer()));
      case Happening.ShiftBegins h -> seats.shiftBegins(h.agent());
      case Happening.ShiftEnds h -> seats.shiftEnds(h.agent());
      case Happening.Ready h -> seats.ready(h.seat(), h.generation());
      case Happening.GoesHome h -> seats.goesHome(h.seat());
    }
  }

  private void comes(Caller caller, int attempt) {
    Visit visit = new Visit(new CallId("s" + ++calls), caller, attempt, agenda.now());
    ledger.comes(visit);
    if (visits.size() >= scenario.lines()) {
      ledger.blocked(visit);
      redial(visit);
      return;
    }
    visits.put(visit.id, visit);
    agenda.after(caller.patienceMillis(), new Happening.GivesUp(visit));
    var request = caller.asks().request(agenda.now());
    tell(stamp -> new Event.CallQueued(stamp, visit.id, request));
  }

  private void givesUp(Visit visit) {
    if (visit.waits()) {
      ledger.abandoned(visit, agenda.now() - visit.arrivedAt);
      leaves(visit);
      tell(stamp -> new Event.CallGone(stamp, visit.id));
      redial(visit);
    }
  }

  private void redial(Visit visit) {
    var redial = scenario.redial();
    if (visit.attempt < redial.most() && redials.nextDouble() < redial.chance()) {
      agenda.after(
          redial.delay().draw(redials), new Happening.Comes(visit.caller, visit.attempt + 1));
    }
  }

  private void answers(Ring ring) {
    if (!ring.over) {
      ring.answered = true;
      tell(stamp -> new Event.OfferAnswered(stamp, ring.offer));
      agenda.after(scenario.profile().ring().connectMillis(), new Happening.TalkBegins(ring));
    }
  }

  private void talkBegins(Ring ring) {
    if (ring.visit.waits()) {
      ring.visit.heard = true;
      ledger.answered(ring.visit, agenda.now() - ring.visit.arrivedAt);
      tell(stamp -> new Event.TalkBegan(stamp, ring.offer));
      agenda.after(ring.visit.caller.holdMillis(), new Happening.TalkEnds(ring));
    } else {
      rings.remove(ring.offer);
    }
  }

  private void talkEnds(Ring ring) {
    leaves(ring.visit);
    rings.remove(ring.offer);
    tell(stamp -> new Event.TalkEnded(stamp, ring.offer));
  }

  private void ringEnds(Ring ring, OfferOutcome outcome) {
    if (rings.remove(ring.offer) != null) {
      ring.over = true;
      tell(stamp -> new Event.OfferEnded(stamp, ring.offer, outcome));
    }
  }

  private void leaves(Visit visit) {
    visit.over = true;
    Check.that(visits.remove(visit.id) == visit, "a call ends once");
  }

  private void tell(Function<Stamp, Event> event) {
    for (Command command : core.on(event.apply(new Stamp(++seq, agenda.now())))) {
      obey(command);
    }
  }

  /** Nothing is told the core from here: all that follows from a command stands on the agenda. */
  private void obey(Command command) {
    switch (command) {
      case Command.Offer c -> offer(c);
      case Command.CancelOffer c -> cancel(c.offer());
      case Command.StartTimer c -> agenda.at(c.dueMillis(), new Happening.TimerDue(c.timer()));
      case Command.AgentChanged c -> seats.changed(c.agent());
      case Command.PromiseBroken c -> ledger.broken(visit(c.call()), c.cause());
      case Command.Overflowed c -> overflowed(c);
      case Command.PlaceTold _,
          Command.ForecastScored _,
          Command.Decided _,
          Command.Accepted _,
          Command.Refused _,
          Command.Noticed _ -> {}
    }
  }

  private void offer(Command.Offer offer) {
    Visit visit = visit(offer.call());
    Check.that(visit.waits(), "only callers who wait are offered");
    for (Command.Ring rung : offer.rings()) {
      Ring ring = new Ring(rung.offer(), visit);
      rings.put(rung.offer(), ring);
      seats.rings(ring, offer.ringMillis());
    }
  }

  private void cancel(OfferId offer) {
    Ring ring = rings.get(offer);
    if (ring != null && !ring.over) {
      ring.over = true;
      agenda.after(0, new Happening.RingEnds(ring, OfferOutcome.SUPERSEDED));
    }
  }

  private void overflowed(Command.Overflowed overflow) {
    if (overflow.to().isEmpty()) {
      Visit visit = visit(overflow.call());
      ledger.turnedAway(visit);
      leaves(visit);
    }
  }

  private Visit visit(CallId call) {
    return Objects.requireNonNull(visits.get(call));
  }
}
