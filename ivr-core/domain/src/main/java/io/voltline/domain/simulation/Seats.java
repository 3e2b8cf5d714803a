package io.voltline.domain.simulation;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.AgentStatus;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.Stamp;
import io.voltline.domain.routing.StateRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The agents: when they come and go, and what they do when their phone rings. */
final class Seats {
  private static final long DAY_MILLIS = 86_400_000;
  private static final StateRequest NO_MORE_CALLS =
      new StateRequest(AgentState.BUSY, Optional.of(BusyReason.MEETING), OptionalInt.empty());

  private final Scenario scenario;
  private final Agenda agenda;
  private final Ledger ledger;
  private final Consumer<Function<Stamp, Event>> core;
  private final RandomGenerator random;
  private final Map<AgentNo, Seat> seats = new LinkedHashMap<>();

  Seats(
      Scenario scenario,
      Agenda agenda,
      Ledger ledger,
      Consumer<Function<Stamp, Event>> core,
      RandomGenerator random) {
    this.scenario = scenario;
    this.agenda = agenda;
    this.ledger = ledger;
    this.core = core;
    this.random = random;
    scenario.agents().forEach(worker -> seats.put(worker.agent(), new Seat(worker)));
  }

  /** Who is always there comes now; the others by their shifts. */
  void open() {
    for (Seat seat : seats.values()) {
      if (seat.worker.shifts().isEmpty()) {
        shiftBegins(seat.worker);
      }
      for (long day = 0; day < scenario.endMillis(); day += DAY_MILLIS) {
        for (Worker.Shift shift : seat.worker.shifts()) {
          agenda.at(day + shift.fromMillis(), new Happening.ShiftBegins(seat.worker));
          agenda.at(day + shift.untilMillis(), new Happening.ShiftEnds(seat.worker));
        }
      }
    }
  }

  void shiftBegins(Worker worker) {
    Seat seat = seat(worker.agent());
    seat.leaving = false;
    if (seat.state == AgentState.SIGNED_OUT) {
      tell(s -> new Event.AgentSignedIn(s, worker.agent(), worker.certificates()));
      tell(s -> new Event.PhoneReachable(s, worker.agent(), true));
    }
    ask(worker.agent(), StateRequest.idle());
  }

  void shiftEnds(Worker worker) {
    Seat seat = seat(worker.agent());
    seat.leaving = true;
    if (seat.onPhone()) {
      ask(worker.agent(), NO_MORE_CALLS);
    } else {
      goesHome(seat);
    }
  }

  void goesHome(Seat seat) {
    if (seat.leaving && !seat.onPhone()) {
      tell(s -> new Event.SignOutAsked(s, seat.worker.agent()));
    }
  }

  void ready(Seat seat, long generation) {
    if (seat.generation == generation && !seat.leaving) {
      ask(seat.worker.agent(), StateRequest.idle());
    }
  }

  /** The agent answers in time, or lets it ring. */
  void rings(Ring ring, long ringMillis) {
    Scenario.Manner manner = scenario.manner();
    boolean silent = manner.silent() > 0 && random.nextDouble() < manner.silent();
    long answer = manner.answer().draw(random);
    if (!silent && answer < ringMillis) {
      agenda.after(answer, new Happening.Answers(ring));
    } else {
      agenda.after(ringMillis, new Happening.RingEnds(ring, OfferOutcome.NOT_ANSWERED));
    }
  }

  /** Follows what the core shows of an agent, and does what such an agent does next. */
  void changed(AgentStatus status) {
    Seat seat = seat(status.agent());
    ledger.worked(seat.state, seat.since, agenda.now());
    seat.state = status.state();
    seat.since = agenda.now();
    seat.generation++;
    if (seat.leaving && !seat.onPhone() && seat.state != AgentState.SIGNED_OUT) {
      agenda.after(0, new Happening.GoesHome(seat));
    } else if (seat.state == AgentState.ACW) {
      readyAfter(seat, scenario.manner().wrapUp());
    } else if (seat.state == AgentState.BUSY
        && !status.reason().equals(Optional.of(BusyReason.NOT_READY))) {
      readyAfter(seat, scenario.manner().back());
    }
  }

  /** The last state of everybody, when the books are closed. */
  void close() {
    seats.values().forEach(seat -> ledger.worked(seat.state, seat.since, agenda.now()));
  }

  private void readyAfter(Seat seat, Law law) {
    agenda.after(law.draw(random), new Happening.Ready(seat, seat.generation));
  }

  private void ask(AgentNo agent, StateRequest request) {
    tell(s -> new Event.StateAsked(s, agent, request));
  }

  private void tell(Function<Stamp, Event> event) {
    core.accept(event);
  }

  private Seat seat(AgentNo agent) {
    return Objects.requireNonNull(seats.get(agent));
  }
}
