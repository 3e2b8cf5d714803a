package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;
import java.util.List;

/** The reminders that are kept. Every method may block and throws Unavailable. */
public interface ReminderBook {

  /** What the agent has not done yet, the soonest due first. */
  List<Reminder> open(AgentNo agent, int limit);

  /** Everybody's that was due before this moment and is not done, the longest overdue first. */
  List<Reminder> overdue(Instant now, int limit);

  Reminder add(AgentNo agent, Reminder.Wish wish, Instant at);

  /** False when the agent has no such open reminder. */
  boolean move(AgentNo agent, long id, Instant dueAt);

  /** False when the agent has no such open reminder. */
  boolean done(AgentNo agent, long id, Instant at);
}
