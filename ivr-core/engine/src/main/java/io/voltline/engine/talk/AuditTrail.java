package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Who used a right that others lack. May block. */
public final class AuditTrail {

  /**
   * One use that took effect: what was refused is none.
   *
   * @param act such as WHISPER, STATE_BUSY or REST_GRANTED
   * @param whom an agent, a queue or a number; empty text when the call says it all
   * @param reason why an agent is busy, when the act is about that
   * @param minutes 1 to 240, for how long, where that was said
   */
  public record Act(
      Instant at,
      AgentNo by,
      String act,
      Optional<CallId> call,
      String whom,
      Optional<BusyReason> reason,
      OptionalInt minutes) {

    /** An act that is about a call. */
    static Act on(CallId call, Instant at, AgentNo by, String act, String whom) {
      return new Act(at, by, act, Optional.of(call), whom, Optional.empty(), OptionalInt.empty());
    }

    /** An act that is about an agent, and maybe about a state. */
    public static Act on(
        AgentNo agent, Instant at, AgentNo by, String act, Optional<StateRequest> state) {
      return new Act(
          at,
          by,
          act,
          Optional.empty(),
          agent.value(),
          state.flatMap(StateRequest::reason),
          state.map(StateRequest::minutes).orElse(OptionalInt.empty()));
    }
  }

  /** Where it is kept. May block. */
  @FunctionalInterface
  public interface Book {
    /** The newest first, this many at most. */
    List<Act> list(int limit);
  }

  private final Book book;

  public AuditTrail(Book book) {
    this.book = book;
  }

  /**
   * The newest first.
   *
   * @throws Refused FORBIDDEN for agents
   */
  public List<Act> list(Account by, int limit) throws Refused {
    if (by.role() == Role.AGENT) {
      throw new Refused(Refused.Reason.FORBIDDEN, "agents don't read it");
    }
    return book.list(limit);
  }
}
