package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
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
  List<SkillLevel> skills = List.of();
  boolean signedIn;
  @Nullable LiveOffer offer;
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
  private AgentStatus shown;

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
    return signedIn && !engaged() && presence.is(AgentState.IDLE) && canBeRung();
  }

  /** Takes a presence now; one that ends by itself starts its timer. */
  void become(Presence wanted, Turn turn) {
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

  boolean stillWrapsUp(long generation) {
    return generation == presenceGeneration && presence.is(AgentState.ACW);
  }

  /** Leaves the offer for the state chosen while it lasted, or else for {@code otherwise}. */
  void leaveOffer(Presence otherwise, Turn turn) {
    wrappedUp = offer == null ? null : offer.call.id;
    offer = null;
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
    presenceGeneration++;
  }

  /** Takes over what was shown before a restart, so that "since" goes on where it was. */
  void showedBefore(AgentStatus last) {
    shown = last;
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
            agent, state, reason, same ? shown.sinceMillis() : now, until(), canBeRung(), call());
    if (status.equals(shown)) {
      return Optional.empty();
    }
    shown = status;
    return Optional.of(status);
  }

  private AgentState state() {
    if (!signedIn) {
      return AgentState.SIGNED_OUT;
    }
    if (offer != null) {
      return offer.agentState();
    }
    return waitsForPhone() ? AgentState.BUSY : presence.state();
  }

  private Optional<BusyReason> reason() {
    if (!signedIn || engaged()) {
      return Optional.empty();
    }
    return waitsForPhone() ? Optional.of(BusyReason.PHONE_UNREACHABLE) : presence.reason();
  }

  private OptionalLong until() {
    return signedIn && !engaged() ? until : OptionalLong.empty();
  }

  private Optional<CallId> call() {
    return offer != null ? Optional.of(offer.call.id) : Optional.ofNullable(wrappedUp);
  }

  private boolean waitsForPhone() {
    return presence.is(AgentState.IDLE) && !canBeRung();
  }

  private void idleFromNow(Turn turn) {
    idleSince = turn.now;
    idleSeq = turn.seq;
  }
}
