package io.voltline.engine.form;

import java.time.Instant;

/** What is known of how soon orders were sent. May block and throws Unavailable. */
@FunctionalInterface
public interface FilingDays {

  /**
   * Of orders sent at this moment or later.
   *
   * @param most late ones that are named
   */
  FilingDay since(Instant from, int most);
}
