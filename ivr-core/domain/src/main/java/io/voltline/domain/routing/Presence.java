package io.voltline.domain.routing;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the agent says, apart from what phone and calls say: IDLE, BUSY or ACW, and for how long.
 */
record Presence(AgentState state, Optional<BusyReason> reason, OptionalLong lastsMillis) {
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
   */
  static Presence of(StateRequest request, long wrapUpMillis) {
    OptionalLong lasts =
        request.minutes().isPresent()
            ? OptionalLong.of(request.minutes().getAsInt() * 60_000L)
            : OptionalLong.empty();
    return switch (request.state()) {
      case IDLE -> IDLE;
      case ACW -> wrapUp(lasts.orElse(wrapUpMillis));
      default ->
          new Presence(
              AgentState.BUSY, Optional.of(request.reason().orElse(BusyReason.SHORT_BREAK)), lasts);
    };
  }

  /** What an agent who was so before a restart is now: a call that was going on is not ours. */
  static Presence after(AgentStatus last, long now) {
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
      default -> busy(BusyReason.NOT_READY);
    };
  }

  boolean is(AgentState wanted) {
    return state == wanted;
  }
}
