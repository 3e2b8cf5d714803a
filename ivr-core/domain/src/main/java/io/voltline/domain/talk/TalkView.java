package io.voltline.domain.talk;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.List;
import java.util.Optional;

/**
 * A talk as it is now, beside the caller.
 *
 * @param desks those of the house who are in it
 * @param outside numbers of those whom desks took into it
 */
public record TalkView(
    CallId call, List<Party> desks, List<PhoneNumber> outside, Optional<Asked> asked) {
  public TalkView {
    desks = List.copyOf(desks);
    outside = List.copyOf(outside);
  }

  /** What somebody of the house does in a talk. */
  public enum State {
    TALKING,
    /** Keeps the others on hold. */
    HOLDING,
    /** Asks somebody else, while the others are on hold. */
    ASKING
  }

  /** Somebody of the house in a talk. */
  public record Party(AgentNo agent, State state) {}

  /**
   * Somebody who is asked.
   *
   * @param transfer whether the talk is passed on as soon as they answer
   */
  public record Asked(AgentNo by, Target target, boolean transfer, boolean answered) {}
}
