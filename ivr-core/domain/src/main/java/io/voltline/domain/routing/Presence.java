package io.voltline.domain.routing;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the agent says, apart from what phone and calls say: IDLE, BUSY or ACW, and for how long.
 */
record Presence(AgentState state, Optional<BusyReason> reason, OptionalLong lastsMillis) {
  private static final long MINUTE_MILLIS = 60_000;

  static final Presence IDLE =
      new Presence(AgentState.IDLE, Optional.empty(), OptionalLong.empty());

  static Presence busy(BusyReason reason) {
    return new Presence(AgentState.BUSY, Optional.of(reason), OptionalLong.empty());
  }

  /** Without a limit there is no after-call work: the agent is idle at once. */
  static Presence wrapUp(long limitMillis) {
    return limitMillis <= 0
        ? IDLE
        : new Presence(AgentState.ACW, Optional.empty(), OptionalLong.of(limitMillis));
  }

  /**
   * The presence asked for.
   *
   * @param wrapUpMillis limit of after-call work when none is asked for
   * @param mostWrapUpMillis limit of after-call work whatever is asked for
   */
  static Presence of(StateRequest request, long wrapUpMillis, long mostWrapUpMillis) {
    OptionalLong lasts =
        request.minutes().isPresent()
            ? OptionalLong.of(request.minutes().getAsInt() * MINUTE_MILLIS)
            : OptionalLong.empty();
    return switch (request.state()) {
      case IDLE -> IDLE;
      case ACW -> wrapUp(Math.min(lasts.orElse(wrapUpMillis), mostWrapUpMillis));
      default ->
          new Presence(
              AgentState.BUSY, Optional.of(request.reason().orElse(BusyReason.SHORT_BREAK)), lasts);
    };
  }

  /**
   * What an agent who was so before a restart is now. A ring is over; a talk may go on at the
   * switch, which tells so of the phone, and is followed by after-call work either way.
   */
  static Presence after(AgentStatus last, long wrapUpMillis, long now) {
    OptionalLong lasts =
        last.untilMillis().isPresent()
            ? OptionalLong.of(last.untilMillis().getAsLong() - now)
            : OptionalLong.empty();
    BusyReason reason = last.reason().orElse(BusyReason.NOT_READY);
    return switch (last.state()) {
      case IDLE -> IDLE;
      case ACW -> wrapUp(lasts.orElse(0));
      case BUSY ->
          reason == BusyReason.PHONE_UNREACHABLE
              ? IDLE
              : new Presence(AgentState.BUSY, Optional.of(reason), lasts);
      case RESERVED, RINGING -> IDLE;
      case TALKING, HELD -> wrapUp(wrapUpMillis);
      case SIGNED_OUT -> busy(BusyReason.NOT_READY);
    };
  }

  /** As it was asked for; after-call work without its limit. */
  StateRequest asRequest() {
    OptionalInt minutes =
        state == AgentState.BUSY && lastsMillis.isPresent()
            ? OptionalInt.of((int) (lastsMillis.getAsLong() / MINUTE_MILLIS))
            : OptionalInt.empty();
    return new StateRequest(state, reason, minutes);
  }

  /** Whether it counts against the number of agents who may rest at once. */
  boolean rests() {
    return reason.filter(BusyReason::rest).isPresent();
  }

  boolean is(AgentState wanted) {
    return state == wanted;
  }
}
