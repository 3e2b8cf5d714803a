package io.voltline.domain.routing;

/** Where the time of a call's promise went. Times are milliseconds. */
final class PromiseClock {
  /** Time before this engine had the call: another had it, or none. */
  private final long before;

  private final long enteredAt;
  private long ringingSince = -1;
  private long ringing;
  private long ringFailed;

  /** The caller hears the agent. */
  boolean heard;

  /** The promise was found broken, which is told once. */
  boolean broken;

  PromiseClock(long queuedAt, long now) {
    this.before = Math.max(0, now - queuedAt);
    this.enteredAt = now;
  }

  void ringBegins(long now) {
    if (ringingSince < 0) {
      ringingSince = now;
    }
  }

  /** No phone rings for the call any more. */
  void ringEnds(long now, boolean silent) {
    if (ringingSince >= 0) {
      if (silent) {
        ringing += now - ringingSince;
      } else {
        ringFailed += now - ringingSince;
      }
      ringingSince = -1;
    }
  }

  /** What took most of the time until now; {@code line} is the cause of the time in line. */
  BreachCause cause(long now, BreachCause line) {
    long rung = ringing + (ringingSince < 0 ? 0 : now - ringingSince);
    long inLine = now - enteredAt - rung - ringFailed;
    long most = Math.max(Math.max(before, rung), Math.max(ringFailed, inLine));
    if (most == inLine) {
      return line;
    }
    if (most == rung) {
      return BreachCause.AGENT_SILENT;
    }
    return most == before ? BreachCause.ENGINE_OR_SWITCH : BreachCause.PHONE_UNREACHABLE;
  }
}
