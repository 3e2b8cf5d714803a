package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One agent: presence, phone and offer kept apart; the state that people see is derived from the
 * three. Changed only inside {@link Agents#change}, which keeps the indexes right.
 */
final class AgentSlot {
  /** Who became idle first is rung first. */
  static final Comparator<AgentSlot> LONGEST_IDLE =
      Comparator.<AgentSlot>comparingLong(a -> a.idleSince)
          .thenComparingLong(a -> a.idleSeq)
          .thenComparing(a -> a.agent.value());

  final AgentNo agent;

  /** Calls that wait for this agent alone. */
  final Line own = new Line();

  boolean signedIn;
  @Nullable LiveOffer offer;

  /** A call on the phone that is no offer of routing's own. */
  private @Nullable CallId foreign;

  private boolean foreignTalk;

  /** The phone is to be rung for {@link #foreign}, but has no channel yet. */
  private boolean claimed;

  private long claimGeneration;

  /** The other side of the talk waits for the agent. */
  private boolean held;

  private List<Certificate> certificates = List.of();
  private Held[] skills = {};
  private boolean linked;
  private boolean reachable;

  /** The switch calls the phone reachable, but it could not be rung. */
  private boolean suspect;

  private Presence presence = Presence.busy(BusyReason.NOT_READY);
  private OptionalLong until = OptionalLong.empty();
  private @Nullable Presence next;
  private @Nullable CallId wrappedUp;
  private long idleSince;
  private long idleSeq;
  private long presenceGeneration;
  private long phoneGeneration;
  private long certificatesGeneration;
  private long workSince;
  private long workedMillis;
  private AgentStatus shown;
  private boolean toShow;

  AgentSlot(AgentNo agent) {
    this.agent = agent;
    this.shown =
        new AgentStatus(
            agent,
            AgentState.SIGNED_OUT,
            Optional.empty(),
            0,
            OptionalLong.empty(),
            false,
            Optional.empty());
  }

  boolean engaged() {
    return offer != null;
  }

  boolean reachable() {
    return reachable;
  }

  boolean canBeRung() {
    return reachable && !suspect;
  }

  boolean routable() {
    return signedIn && !onPhone() && presence.is(AgentState.IDLE) && canBeRung();
  }

  /** In an offer, or in a call that routing knows not of. */
  boolean onPhone() {
    return offer != null || foreign != null;
  }

  /** Would be idle, were the phone to be reached. */
  boolean waitsForPhone() {
    return presence.is(AgentState.IDLE) && !onPhone() && !canBeRung();
  }

  /** Engaged just now, but likely to be free again soon. */
  boolean worthAwaiting() {
    return signedIn && canBeRung() && (onPhone() || presence.is(AgentState.ACW));
  }

  long idleMillis(long now) {
    return now - idleSince;
  }

  boolean rests() {
    Presence chosen = next == null ? presence : next;
    return signedIn && chosen.rests();
  }

  /** Milliseconds of talk and after-call work since sign-in. */
  long workedMillis() {
    return workedMillis;
  }

  /** The skill of this group, if the agent has it. */
  @Nullable Held held(SkillGroup group) {
    for (Held held : skills) {
      if (held.group == group) {
        return held;
      }
    }
    return null;
  }

  Held[] skills() {
    return skills;
  }

  /** Whether calls that may open the reserve have one more to open it for. */
  boolean reserve() {
    return Arrays.stream(skills).anyMatch(held -> held.reserve);
  }

  List<Certificate> certificates() {
    return certificates;
  }

  /** Takes these skills in place of all others. */
  void hold(Held[] now) {
    for (Held held : skills) {
      held.group.leave(held);
    }
    skills = now;
    for (Held held : skills) {
      held.group.join(held);
    }
  }

  /** Remembers all certificates, also those not valid; the next to end starts its timer. */
  void certify(List<Certificate> all, Turn turn) {
    certificates = all;
    certificatesGeneration++;
    all.stream()
        .filter(c -> c.validUntilMillis().isPresent() && c.validAt(turn.now))
        .mapToLong(c -> c.validUntilMillis().getAsLong())
        .min()
        .ifPresent(
            end ->
                turn.startTimer(
                    new Timer.CertificateEnds(agent, certificatesGeneration), end - turn.now));
  }

  boolean stillCertified(long generation) {
    return signedIn && generation == certificatesGeneration;
  }

  /** Stands among the idle of every skill. */
  void link() {
    if (!linked) {
      linked = true;
      for (Held held : skills) {
        held.group.becameIdle(held);
      }
    }
  }

  void unlink() {
    if (linked) {
      linked = false;
      for (Held held : skills) {
        held.group.noLongerIdle(held);
      }
    }
  }

  /** The phone has a channel that is no offer's. */
  void foreignCall(CallId call, boolean talking) {
    foreign = call;
    claimed = false;
    foreignTalk |= talking;
  }

  /** Keeps the phone for a call that is no offer's. */
  void claim(CallId call, long guardMillis, Turn turn) {
    foreign = call;
    claimed = true;
    claimGeneration++;
    turn.startTimer(new Timer.ClaimGuard(agent, claimGeneration), guardMillis);
  }

  boolean stillClaimed(long generation) {
    return claimed && generation == claimGeneration;
  }

  /** Whether a talk is on, an offer's or another. */
  boolean talking() {
    return offer != null ? offer.is(LiveOffer.Phase.TALKING) : foreignTalk;
  }

  void hold(boolean now) {
    held = now;
  }

  Optional<CallId> foreign() {
    return Optional.ofNullable(foreign);
  }

  /** The call that was no offer's is over: a call all the same, and after-call work follows it. */
  void leaveForeign(Presence otherwise, Turn turn) {
    boolean talked = foreignTalk;
    CallId call = foreign;
    foreign = null;
    foreignTalk = false;
    claimed = false;
    held = false;
    if (next != null) {
      become(next, turn);
    } else if (signedIn && talked && !presence.is(AgentState.BUSY)) {
      become(otherwise, turn);
    }
    if (talked && presence.is(AgentState.ACW)) {
      wrappedUp = call;
    }
  }

  void answers(Turn turn) {
    workSince = turn.now;
  }

  /** Takes a presence now; one that ends by itself starts its timer. */
  void become(Presence wanted, Turn turn) {
    if (presence.is(AgentState.ACW)) {
      workedMillis += turn.now - workSince;
    }
    workSince = turn.now;
    if (wanted.is(AgentState.IDLE) && !presence.is(AgentState.IDLE)) {
      idleFromNow(turn);
    }
    if (!wanted.is(AgentState.ACW)) {
      wrappedUp = null;
    }
    presence = wanted;
    next = null;
    presenceGeneration++;
    until =
        wanted.lastsMillis().isPresent()
            ? OptionalLong.of(turn.now + wanted.lastsMillis().getAsLong())
            : OptionalLong.empty();
    if (wanted.is(AgentState.ACW)) {
      turn.startTimer(
          new Timer.WrapUp(agent, presenceGeneration), wanted.lastsMillis().orElseThrow());
    }
  }

  /** Takes a presence when the offer is over. */
  void chooseNext(Presence wanted) {
    next = wanted;
  }

  /** Takes what was chosen when the talk is over; it may be so already, which nobody told. */
  void chosenBefore(Presence wanted, Turn turn) {
    if (onPhone()) {
      chooseNext(wanted);
    } else if (!wanted.is(AgentState.IDLE)) {
      become(wanted, turn);
    }
  }

  boolean stillWrapsUp(long generation) {
    return generation == presenceGeneration && presence.is(AgentState.ACW);
  }

  /** Leaves a talk; whoever is idle at once is idle from now on. */
  void leaveTalk(Presence otherwise, Turn turn) {
    workedMillis += turn.now - workSince;
    idleFromNow(turn);
    leaveOffer(otherwise, turn);
  }

  /** Leaves the offer for the state chosen while it lasted, or else for {@code otherwise}. */
  void leaveOffer(Presence otherwise, Turn turn) {
    wrappedUp = offer == null ? null : offer.call.id;
    offer = null;
    held = false;
    become(next == null ? otherwise : next, turn);
  }

  /** Leaves an offer not taken by the agent's own doing, which outweighs the wish to be idle. */
  void missOffer(BusyReason reason, Turn turn) {
    if (next != null && next.is(AgentState.IDLE)) {
      next = null;
    }
    leaveOffer(Presence.busy(reason), turn);
  }

  void phone(boolean reachableNow, Turn turn) {
    if (reachableNow && !canBeRung()) {
      idleFromNow(turn);
    }
    reachable = reachableNow;
    suspect = false;
    phoneGeneration++;
  }

  /** Counts as unreachable until the switch tells of the phone, or the pause is over. */
  void suspectPhone(long retryMillis, Turn turn) {
    suspect = true;
    phoneGeneration++;
    turn.startTimer(new Timer.PhoneRetry(agent, phoneGeneration), retryMillis);
  }

  boolean stillSuspect(long generation) {
    return generation == phoneGeneration && suspect;
  }

  void signOut() {
    signedIn = false;
    wrappedUp = null;
    next = null;
    presence = Presence.busy(BusyReason.NOT_READY);
    presenceGeneration++;
    certificatesGeneration++;
    workedMillis = 0;
    hold(new Held[0]);
  }

  /**
   * Takes over what was shown before a restart, so that "since" goes on where it was; it is shown
   * again even if it has not changed, for meanwhile the agent looked signed out.
   */
  void showedBefore(AgentStatus last) {
    shown = last;
    toShow = true;
  }

  AgentStatus shown() {
    return shown;
  }

  /** The status when it differs from the one shown last. */
  Optional<AgentStatus> show(long now) {
    AgentState state = state();
    Optional<BusyReason> reason = reason();
    boolean same = state == shown.state() && reason.equals(shown.reason());
    AgentStatus status =
        new AgentStatus(
            agent,
            state,
            reason,
            same ? shown.sinceMillis() : now,
            until(),
            canBeRung(),
            call(),
            Optional.ofNullable(next).map(Presence::asRequest));
    if (status.equals(shown) && !toShow) {
      return Optional.empty();
    }
    shown = status;
    toShow = false;
    return Optional.of(status);
  }

  AgentState state() {
    if (!signedIn) {
      return AgentState.SIGNED_OUT;
    }
    if (held && talking()) {
      return AgentState.HELD;
    }
    if (offer != null) {
      return offer.agentState();
    }
    if (foreign != null) {
      return foreignTalk ? AgentState.TALKING : AgentState.RINGING;
    }
    return waitsForPhone() ? AgentState.BUSY : presence.state();
  }

  private Optional<BusyReason> reason() {
    if (!signedIn || onPhone()) {
      return Optional.empty();
    }
    return waitsForPhone() ? Optional.of(BusyReason.PHONE_UNREACHABLE) : presence.reason();
  }

  private OptionalLong until() {
    return signedIn && !onPhone() ? until : OptionalLong.empty();
  }

  private Optional<CallId> call() {
    if (offer != null) {
      return Optional.of(offer.call.id);
    }
    return Optional.ofNullable(foreign != null ? foreign : wrappedUp);
  }

  private void idleFromNow(Turn turn) {
    idleSince = turn.now;
    idleSeq = turn.seq;
  }
}
