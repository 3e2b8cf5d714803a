package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.Refusal;
import java.time.Duration;
import java.util.Optional;

/** The desk refused what somebody asked for. */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, each with a problem type of its own in the API. */
  public enum Reason {
    INVALID_CREDENTIALS,
    TOO_MANY_ATTEMPTS,
    UNAUTHORIZED,
    FORBIDDEN,
    PHONE_NOT_REACHABLE,
    TALKING,
    TOO_MANY_RESTING,
    /** A supervisor has to grant it. */
    NEEDS_APPROVAL,
    /** Somebody else is asked for, who takes no calls now. */
    NOT_IDLE,
    INVALID_STATE,
    /** There is no voice that could speak a text now. */
    NO_VOICE,
    NOT_FOUND,
    /** What was sent is well-formed but can't be meant. */
    INVALID,
    /** Somebody else changed it at the same moment. */
    CONFLICT,
    /** Somebody else was first to take the caller. */
    TAKEN
  }

  private final Reason reason;
  private final Duration retryAfter;
  private final transient Optional<AgentNo> taker;

  public Refused(Reason reason, String detail) {
    this(reason, detail, Duration.ZERO);
  }

  public Refused(Reason reason, String detail, Duration retryAfter) {
    this(reason, detail, retryAfter, Optional.empty());
  }

  private Refused(Reason reason, String detail, Duration retryAfter, Optional<AgentNo> taker) {
    super(detail);
    this.reason = reason;
    this.retryAfter = retryAfter;
    this.taker = taker;
  }

  /** Of two who took the same caller the other was first. */
  public static Refused takenBy(AgentNo other) {
    String detail = other + " was first";
    return new Refused(Reason.TAKEN, detail, Duration.ZERO, Optional.of(other));
  }

  /** Routing's refusal, in the desk's words. */
  public static Refused by(Refusal refusal) {
    return switch (refusal) {
      case NOT_SIGNED_IN -> new Refused(Reason.INVALID_STATE, "not signed in");
      case PHONE_NOT_REACHABLE ->
          new Refused(Reason.PHONE_NOT_REACHABLE, "the phone can't be rung");
      case TOO_MANY_RESTING -> new Refused(Reason.TOO_MANY_RESTING, "as many rest as may at once");
      case TALKING -> new Refused(Reason.TALKING, "a caller rings or talks");
      case NOT_IDLE -> new Refused(Reason.NOT_IDLE, "the agent takes no calls now");
    };
  }

  public Reason reason() {
    return reason;
  }

  /** Who was first; empty unless TAKEN. */
  public Optional<AgentNo> taker() {
    return taker;
  }

  /** When asking again makes sense; zero when waiting does not help. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
