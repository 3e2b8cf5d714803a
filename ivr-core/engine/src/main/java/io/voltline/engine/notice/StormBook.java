package io.voltline.engine.notice;

import io.voltline.domain.notice.Storm;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.notice.StormSwitch;
import java.time.Instant;
import java.util.List;

/** The storm switch and the calls that come in. Every method may block and throws Unavailable. */
public interface StormBook {

  /**
   * A change as it is kept.
   *
   * @param by an agent number, {@code console:} and a user, or {@code system} for the rate of calls
   * @param stormy by the rate of calls, from then on
   * @param why the rate that did it; empty text when a person did
   */
  record Change(Instant at, String by, StormMode mode, boolean stormy, String why) {}

  StormSwitch read();

  /** Sets the mode and keeps who did; what stands so already stays as it is. */
  StormSwitch set(StormMode mode, Author by, Instant now);

  /** Notes what the rate of calls says now; false when that stands there already. */
  boolean turned(Storm storm, String why);

  /** Newest first. */
  List<Change> changes(int limit);

  /** Calls that came in since then. */
  long callsSince(Instant moment);

  /**
   * Calls in the {@link StormRule#AROUND} of this time of day on each of the last {@link
   * StormRule#DAYS} days on which the centre was there.
   */
  List<Long> earlierDays(Instant now);
}
