package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who used a right that others lack. May block. */
public final class AuditTrail {

  /**
   * One use.
   *
   * @param whom an agent, a queue or a number; empty text when the call says it all
   */
  public record Act(Instant at, AgentNo by, String act, Optional<CallId> call, String whom) {}

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
