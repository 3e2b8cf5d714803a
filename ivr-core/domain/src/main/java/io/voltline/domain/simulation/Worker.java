package io.voltline.domain.simulation;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.Certificate;
import java.util.List;

/**
 * An agent, and when the agent works.
 *
 * @param shifts the same every day; none for one who is always there
 */
public record Worker(AgentNo agent, List<Certificate> certificates, List<Shift> shifts) {
  private static final long DAY_MILLIS = 86_400_000;

  /**
   * From one time of day to another on the same day; a night is two shifts. Anything else is
   * refused with an IllegalArgumentException.
   */
  public record Shift(long fromMillis, long untilMillis) {
    public Shift {
      if (fromMillis < 0 || untilMillis <= fromMillis || untilMillis > DAY_MILLIS) {
        throw new IllegalArgumentException("a shift must end after it began, on the same day");
      }
    }
  }

  public Worker {
    certificates = List.copyOf(certificates);
    shifts = List.copyOf(shifts);
  }

  /** One who is always there. */
  public static Worker always(AgentNo agent, List<Certificate> certificates) {
    return new Worker(agent, certificates, List.of());
  }
}
