package io.voltline.engine.dispatch.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.Strategy;
import io.voltline.domain.routing.Timer;
import io.voltline.domain.routing.Widening;
import java.util.List;
import tools.jackson.databind.jsontype.NamedType;

/** What each kind is called in a journal, whatever its class is called by then. */
final class Names {
  private Names() {}

  /** Written as {@code {"name":{…}}}. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  interface Named {}

  static final List<Class<?>> FAMILIES =
      List.of(Line.class, Event.class, Command.class, Timer.class, Strategy.class, Widening.class);

  static final List<NamedType> ALL =
      List.of(
          name(Line.Begin.class, "begin"),
          name(Line.Step.class, "step"),
          name(Line.Gap.class, "gap"),
          name(Event.CallQueued.class, "call-queued"),
          name(Event.CallMoved.class, "call-moved"),
          name(Event.CallGone.class, "call-gone"),
          name(Event.CallTaken.class, "call-taken"),
          name(Event.CallReturned.class, "call-returned"),
          name(Event.PlaceAsked.class, "place-asked"),
          name(Event.OfferRinging.class, "offer-ringing"),
          name(Event.OfferAnswered.class, "offer-answered"),
          name(Event.TalkBegan.class, "talk-began"),
          name(Event.OfferEnded.class, "offer-ended"),
          name(Event.TalkEnded.class, "talk-ended"),
          name(Event.PhoneReachable.class, "phone-reachable"),
          name(Event.PhoneInUse.class, "phone-in-use"),
          name(Event.PhoneFree.class, "phone-free"),
          name(Event.TalkHeld.class, "talk-held"),
          name(Event.PhoneClaimed.class, "phone-claimed"),
          name(Event.AgentSignedIn.class, "agent-signed-in"),
          name(Event.AgentRestored.class, "agent-restored"),
          name(Event.AgentsKnown.class, "agents-known"),
          name(Event.SignOutAsked.class, "sign-out-asked"),
          name(Event.StateAsked.class, "state-asked"),
          name(Event.StateGranted.class, "state-granted"),
          name(Event.RulesChanged.class, "rules-changed"),
          name(Event.TimerFired.class, "timer-fired"),
          name(Command.Offer.class, "offer"),
          name(Command.CancelOffer.class, "cancel-offer"),
          name(Command.Overflowed.class, "overflowed"),
          name(Command.PromiseBroken.class, "promise-broken"),
          name(Command.PlaceTold.class, "place-told"),
          name(Command.ForecastScored.class, "forecast-scored"),
          name(Command.StartTimer.class, "start-timer"),
          name(Command.AgentChanged.class, "agent-changed"),
          name(Command.Decided.class, "decided"),
          name(Command.Accepted.class, "accepted"),
          name(Command.Refused.class, "refused"),
          name(Command.Noticed.class, "noticed"),
          name(Timer.RingGuard.class, "ring-guard"),
          name(Timer.CancelGuard.class, "cancel-guard"),
          name(Timer.CallDue.class, "call-due"),
          name(Timer.WrapUp.class, "wrap-up"),
          name(Timer.PhoneRetry.class, "phone-retry"),
          name(Timer.ClaimGuard.class, "claim-guard"),
          name(Timer.CertificateEnds.class, "certificate-ends"),
          name(Strategy.LongestIdle.class, "longest-idle"),
          name(Strategy.LongestWait.class, "longest-wait"),
          name(Strategy.BestSkill.class, "best-skill"),
          name(Strategy.LeastBusy.class, "least-busy"),
          name(Strategy.LeastNeeded.class, "least-needed"),
          name(Strategy.FixedRatio.class, "fixed-ratio"),
          name(Strategy.Weighted.class, "weighted"),
          name(Widening.LowerLevels.class, "lower-levels"),
          name(Widening.DropSkill.class, "drop-skill"),
          name(Widening.OpenReserve.class, "open-reserve"),
          name(Widening.AddNeighbour.class, "add-queue"));

  private static NamedType name(Class<?> type, String name) {
    return new NamedType(type, name);
  }
}
