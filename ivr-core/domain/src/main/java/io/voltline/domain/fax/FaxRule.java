package io.voltline.domain.fax;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often a fax is tried.
 *
 * @param pauses between one try and the next; there is one try more than pauses
 */
public record FaxRule(List<Duration> pauses) {
  public FaxRule {
    pauses = List.copyOf(pauses);
  }

  /**
   * When to try again.
   *
   * @param tries that failed, 1 or more
   * @return empty when it is given up
   */
  public Optional<Instant> again(int tries, Instant now) {
    if (tries < 1) {
      throw new IllegalArgumentException("no try has failed yet");
    }
    return pauses.stream().skip(tries - 1L).findFirst().map(now::plus);
  }
}
