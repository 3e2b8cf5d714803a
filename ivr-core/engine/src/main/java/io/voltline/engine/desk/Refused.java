package io.voltline.engine.desk;

import java.time.Duration;

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
    INVALID_STATE,
    NOT_FOUND,
    /** What was sent is well-formed but can't be meant. */
    INVALID,
    /** Somebody else changed it at the same moment. */
    CONFLICT
  }

  private final Reason reason;
  private final Duration retryAfter;

  public Refused(Reason reason, String detail) {
    this(reason, detail, Duration.ZERO);
  }

  public Refused(Reason reason, String detail, Duration retryAfter) {
    super(detail);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  public Reason reason() {
    return reason;
  }

  /** When asking again makes sense; zero when waiting does not help. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
