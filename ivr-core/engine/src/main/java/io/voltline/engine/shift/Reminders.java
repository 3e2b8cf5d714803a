package io.voltline.engine.shift;

import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Calls that agents are to make later. Every method may block. */
public final class Reminders {
  /** Clocks differ, and a minute that has begun may be meant. */
  private static final Duration PAST = Duration.ofMinutes(2);

  private static final Duration AHEAD = Duration.ofDays(90);
  private static final int MOST = 100;

  private final ReminderBook book;
  private final InstantSource clock;

  public Reminders(ReminderBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /**
   * An agent's own that are not done, the soonest due first; for supervisors everybody's that are
   * overdue, the longest first.
   *
   * @param limit 1 to 500
   * @throws Refused FORBIDDEN for whoever is neither
   */
  public List<Reminder> list(Account by, int limit) throws Refused {
    if (by.takesCalls()) {
      return book.open(by.agentNo(), limit);
    }
    if (!by.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "agents and supervisors only");
    }
    return book.overdue(clock.instant(), limit);
  }

  /**
   * Notes one more.
   *
   * @throws Refused FORBIDDEN for whoever takes no calls, INVALID for a time that is past or more
   *     than 90 days ahead, or when the agent has 100 already
   */
  public Reminder add(Account by, Reminder.Wish wish) throws Refused {
    mustTakeCalls(by);
    mustBeAhead(wish.dueAt());
    if (book.open(by.agentNo(), MOST).size() == MOST) {
      throw new Refused(Refused.Reason.INVALID, MOST + " reminders are open already");
    }
    return book.add(by.agentNo(), wish, clock.instant());
  }

  /**
   * Puts one off, or brings it forward.
   *
   * @throws Refused NOT_FOUND when the agent has no such open reminder, FORBIDDEN and INVALID as
   *     for a new one
   */
  public void move(Account by, long id, Instant dueAt) throws Refused {
    mustTakeCalls(by);
    mustBeAhead(dueAt);
    if (!book.move(by.agentNo(), id, dueAt)) {
      throw unknown(id);
    }
  }

  /**
   * It leaves the list.
   *
   * @throws Refused NOT_FOUND when the agent has no such open reminder, FORBIDDEN
   */
  public void done(Account by, long id) throws Refused {
    mustTakeCalls(by);
    if (!book.done(by.agentNo(), id, clock.instant())) {
      throw unknown(id);
    }
  }

  private void mustBeAhead(Instant dueAt) throws Refused {
    Instant now = clock.instant();
    if (dueAt.isBefore(now.minus(PAST)) || dueAt.isAfter(now.plus(AHEAD))) {
      throw new Refused(Refused.Reason.INVALID, "/dueAt: from now to 90 days ahead");
    }
  }

  private static void mustTakeCalls(Account by) throws Refused {
    if (!by.takesCalls()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "only agents are reminded");
    }
  }

  private static Refused unknown(long id) {
    return new Refused(Refused.Reason.NOT_FOUND, "no open reminder " + id);
  }
}
