package io.voltline.engine.desk;

import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.rules.ReasonForm;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which reasons may be given for being busy, and for how long. Safe to use from any thread. */
public final class BusyReasons {
  private final EventSink sink;
  private final InstantSource clock;
  private volatile List<ReasonForm> reasons;

  /**
   * The reasons.
   *
   * @param reasons each that agents may give, in the order in which they are offered
   */
  public BusyReasons(List<ReasonForm> reasons, EventSink sink, InstantSource clock) {
    this.reasons = List.copyOf(reasons);
    this.sink = sink;
    this.clock = clock;
  }

  /** In the order in which they are offered. */
  public List<ReasonForm> list() {
    return reasons;
  }

  /** These are offered from now on, and all desks are told. Who is busy stays as he is. */
  public void follow(List<ReasonForm> changed) {
    reasons = List.copyOf(changed);
    sink.toAll(new DeskEvent.ReasonsChanged(clock.instant(), reasons));
  }

  /**
   * The state as it may be taken, with its reason: without minutes, a reason with a longest lasts
   * so long.
   *
   * @throws Refused INVALID when the reason is not offered, or not for so long
   */
  public StateRequest fitting(StateRequest wish) throws Refused {
    if (wish.state() != AgentState.BUSY) {
      return wish;
    }
    ReasonForm form = form(wish);
    if (!form.offered()) {
      throw new Refused(Refused.Reason.INVALID, "/reason: " + form.reason() + " is not offered");
    }
    return new StateRequest(wish.state(), Optional.of(form.reason()), minutes(wish, form));
  }

  private static OptionalInt minutes(StateRequest wish, ReasonForm form) throws Refused {
    if (form.longestMinutes().isEmpty()) {
      return wish.minutes();
    }
    int longest = form.longestMinutes().get();
    if (wish.minutes().orElse(longest) > longest) {
      throw new Refused(
          Refused.Reason.INVALID, "/minutes: " + form.reason() + " lasts " + longest + " at most");
    }
    return OptionalInt.of(wish.minutes().orElse(longest));
  }

  /** Whether a supervisor has to grant it each time. */
  public boolean needApproval(StateRequest wish) {
    return wish.state() == AgentState.BUSY && form(wish).approval();
  }

  private ReasonForm form(StateRequest wish) {
    BusyReason reason = wish.reason().orElse(BusyReason.SHORT_BREAK);
    return reasons.stream()
        .filter(it -> it.reason() == reason)
        .findFirst()
        .orElseGet(() -> new ReasonForm(reason, false, Optional.empty(), Optional.empty(), false));
  }
}
