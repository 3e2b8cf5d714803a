package io.voltline.engine.recovery;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What supervisors and quality staff see of dissatisfied callers, and confirm. May block. */
public final class Handover {
  private static final Set<Role> LEADERS = Set.of(Role.SUPERVISOR, Role.ADMIN);

  private final RecoveryBook book;
  private final InstantSource clock;

  public Handover(RecoveryBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /**
   * The oldest first.
   *
   * @param all also those that were confirmed
   * @throws Refused FORBIDDEN for agents
   */
  public List<HandoverItem> list(Account by, boolean all, int limit) throws Refused {
    notAgents(by);
    return book.handover(all, limit);
  }

  /**
   * Calls drawn for a quality check, the newest first.
   *
   * @throws Refused FORBIDDEN for agents
   */
  public List<QualityDraw> draws(Account by, int limit) throws Refused {
    notAgents(by);
    return book.draws(limit);
  }

  private static void notAgents(Account by) throws Refused {
    if (by.role() == Role.AGENT) {
      throw new Refused(Refused.Reason.FORBIDDEN, "not for agents");
    }
  }

  /**
   * The receiving shift takes it over.
   *
   * @throws Refused FORBIDDEN for whoever is neither supervisor nor administrator, NOT_FOUND,
   *     INVALID_STATE when it was confirmed before
   */
  public HandoverItem confirm(Account by, CallId call) throws Refused {
    if (!LEADERS.contains(by.role())) {
      throw new Refused(
          Refused.Reason.FORBIDDEN, "only supervisors and administrators confirm a handover");
    }
    find(call);
    if (!book.confirm(call, new HandoverItem.Confirmed(by.agentNo(), clock.instant()))) {
      throw new Refused(Refused.Reason.INVALID_STATE, "call " + call + " was confirmed before");
    }
    return find(call);
  }

  private HandoverItem find(CallId call) throws Refused {
    return book.find(call)
        .orElseThrow(
            () -> new Refused(Refused.Reason.NOT_FOUND, "call " + call + " is not handed over"));
  }
}
