package io.voltline.domain.routing;

import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.OfferId;
import java.util.List;

/**
 * Decides who gets which call. One owner hands over every event, stamped, and carries out the
 * commands in their order; the same events always give the same commands.
 *
 * <p>After every event holds: no call waits while an agent who may serve it can be rung, unless it
 * waits for one it prefers; no agent has two offers; and every offer has a timer that ends it if
 * nobody else does.
 */
public final class RoutingCore {
  private final Agents agents;
  private final CallQueues calls;
  private final CallLife callLife;
  private final OfferLife offers;
  private final AgentLife presence;
  private RoutingProfile profile;
  private Stamp last = new Stamp(Long.MIN_VALUE, Long.MIN_VALUE);

  /**
   * A core that knows no call and no agent.
   *
   * @param lastOffer offers get the ids after this one, so that a restarted engine uses none again
   */
  public RoutingCore(RoutingProfile profile, OfferId lastOffer) {
    this.profile = profile;
    SkillGroups groups = new SkillGroups();
    Offers open = new Offers(lastOffer.value());
    this.agents = new Agents(groups);
    this.calls = new CallQueues(profile, groups);
    Matching matching = new Matching(agents, calls, open, profile);
    this.callLife = new CallLife(calls, matching, profile);
    this.offers = new OfferLife(agents, calls, callLife, open, matching, profile);
    this.presence = new AgentLife(agents, offers, callLife, matching, profile);
  }

  /** What is to be done because of this event. */
  public List<Command> on(Event event) {
    Stamp stamp = event.stamp();
    Check.that(
        stamp.seq() > last.seq() && stamp.atMillis() >= last.atMillis(), "stamps never go back");
    last = stamp;
    Turn turn = new Turn(stamp);
    switch (event) {
      case Event.CallQueued e -> callLife.queued(e, turn);
      case Event.CallMoved e -> offers.callMoved(e, turn);
      case Event.CallGone e -> offers.callGone(e, turn);
      case Event.CallTaken e -> offers.callTaken(e, turn);
      case Event.CallReturned e -> offers.callReturned(e, turn);
      case Event.PlaceAsked e -> callLife.placeAsked(e, turn);
      case Event.OfferRinging e -> offers.ringing(e, turn);
      case Event.OfferAnswered e -> offers.answered(e, turn);
      case Event.TalkBegan e -> offers.talkBegan(e, turn);
      case Event.OfferEnded e -> offers.ended(e, turn);
      case Event.TalkEnded e -> offers.talkEnded(e, turn);
      case Event.AgentSignedIn e -> presence.signedIn(e, turn);
      case Event.AgentRestored e -> presence.restored(e, turn);
      case Event.AgentsKnown _ -> callLife.agentsKnown(turn);
      case Event.TalkHeld e -> presence.talkHeld(e, turn);
      case Event.PhoneClaimed e -> presence.phoneClaimed(e, turn);
      case Event.SignOutAsked e -> presence.signOut(e, turn);
      case Event.StateAsked e -> presence.stateAsked(e, turn);
      case Event.StateGranted e -> presence.stateGranted(e, turn);
      case Event.PhoneReachable e -> presence.phoneReachable(e, turn);
      case Event.PhoneInUse e -> presence.phoneInUse(e, turn);
      case Event.PhoneFree e -> presence.phoneFree(e, turn);
      case Event.RulesChanged e -> rulesChanged(e, turn);
      case Event.TimerFired e -> timerFired(e.timer(), turn);
    }
    return turn.end();
  }

  /** Live figures of every queue, ordered by name. */
  public List<QueueStatus> queues() {
    return calls.all().stream().map(CallQueue::status).toList();
  }

  /**
   * Callers not answered yet: first those whose promise can still be kept, the soonest due at the
   * head, then those it is too late for, the longest waiting at the head.
   *
   * @param nowMillis milliseconds since the epoch
   * @param most how many at most, 0 or more
   */
  public List<WaitingCall> waiting(long nowMillis, int most) {
    return calls.waiting(nowMillis, most);
  }

  private void rulesChanged(Event.RulesChanged event, Turn turn) {
    profile = profile.with(event.queues(), event.mostWrapUpMillis(), event.mostResting());
    presence.follow(profile);
    callLife.follow(profile, turn);
  }

  private void timerFired(Timer timer, Turn turn) {
    switch (timer) {
      case Timer.RingGuard t -> offers.ringGuard(t.offer(), turn);
      case Timer.CancelGuard t -> offers.cancelGuard(t.offer(), turn);
      case Timer.CallDue t -> callLife.due(t, turn);
      case Timer.WrapUp t -> presence.wrapUpOver(t, turn);
      case Timer.PhoneRetry t -> presence.phoneRetry(t, turn);
      case Timer.ClaimGuard t -> presence.claimGuard(t, turn);
      case Timer.CertificateEnds t -> presence.certificateEnds(t, turn);
    }
  }
}
