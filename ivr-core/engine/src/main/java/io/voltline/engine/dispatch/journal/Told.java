package io.voltline.engine.dispatch.journal;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.Timer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A replay in lines for people. */
public final class Told {
  private Told() {}

  /** Every command, one line each, the sequence of its event first. */
  public static List<String> commands(Replay.Step step) {
    return Stream.concat(
            step.failure().stream().map(f -> "failed " + f),
            step.commands().stream().map(JournalText::command))
        .map(line -> step.event().stamp().seq() + " " + line)
        .toList();
  }

  /** An event as the journal writes it. */
  public static String event(Event event) {
    return JournalText.event(event);
  }

  /** What concerns one call: events and commands of the call itself and of its offers. */
  public static final class OfCall {
    private final CallId call;
    private final Set<OfferId> offers = new HashSet<>();

    public OfCall(CallId call) {
      this.call = call;
    }

    /** Empty when the step has nothing to do with the call. */
    public List<String> lines(Replay.Step step) {
      // The event first: its commands may make offers known that it does not yet concern.
      boolean event = concerns(step.event());
      List<String> commands =
          step.commands().stream()
              .filter(this::concerns)
              .map(c -> step.event().stamp().seq() + "   " + JournalText.command(c))
              .toList();
      return event || !commands.isEmpty()
          ? Stream.concat(
                  Stream.of(step.event().stamp().seq() + " " + event(step.event())),
                  commands.stream())
              .toList()
          : List.of();
    }

    private boolean concerns(Event event) {
      return switch (event) {
        case Event.CallQueued e -> mine(e.call());
        case Event.CallMoved e -> mine(e.call());
        case Event.CallGone e -> mine(e.call());
        case Event.CallTaken e -> mine(e.call());
        case Event.CallReturned e -> mine(e.call());
        case Event.PlaceAsked e -> mine(e.call());
        case Event.PhoneInUse e -> mine(e.call());
        case Event.PhoneClaimed e -> mine(e.call());
        case Event.OfferRinging e -> mine(e.offer());
        case Event.OfferAnswered e -> mine(e.offer());
        case Event.TalkBegan e -> mine(e.offer());
        case Event.OfferEnded e -> mine(e.offer());
        case Event.TalkEnded e -> mine(e.offer());
        case Event.TimerFired e -> concerns(e.timer());
        case Event.PhoneReachable _,
            Event.PhoneFree _,
            Event.TalkHeld _,
            Event.AgentSignedIn _,
            Event.AgentRestored _,
            Event.AgentsKnown _,
            Event.SignOutAsked _,
            Event.StateAsked _,
            Event.StateGranted _,
            Event.RulesChanged _ ->
            false;
      };
    }

    private boolean concerns(Command command) {
      return switch (command) {
        case Command.Offer c -> {
          if (mine(c.call())) {
            c.rings().forEach(ring -> offers.add(ring.offer()));
          }
          yield mine(c.call());
        }
        case Command.CancelOffer c -> mine(c.call());
        case Command.Overflowed c -> mine(c.call());
        case Command.PromiseBroken c -> mine(c.call());
        case Command.PlaceTold c -> mine(c.call());
        case Command.Decided c -> mine(c.call());
        case Command.StartTimer c -> concerns(c.timer());
        case Command.AgentChanged c -> c.agent().call().filter(this::mine).isPresent();
        case Command.ForecastScored _, Command.Accepted _, Command.Refused _, Command.Noticed _ ->
            false;
      };
    }

    private boolean concerns(Timer timer) {
      return switch (timer) {
        case Timer.RingGuard t -> mine(t.offer());
        case Timer.CancelGuard t -> mine(t.offer());
        case Timer.CallDue t -> mine(t.call());
        case Timer.WrapUp _, Timer.PhoneRetry _, Timer.ClaimGuard _, Timer.CertificateEnds _ ->
            false;
      };
    }

    private boolean mine(CallId other) {
      return call.equals(other);
    }

    private boolean mine(OfferId offer) {
      return offers.contains(offer);
    }
  }
}
