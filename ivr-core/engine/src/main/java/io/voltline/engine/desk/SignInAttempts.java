package io.voltline.engine.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts sign-ins that did not succeed, by agent number and address, within a window of time. */
final class SignInAttempts {
  private record Key(String agentNo, String address) {}

  private record Count(int attempts, Instant windowEnds) {}

  private static final int MOST_KEYS = 100_000;

  private final Cache<Key, Count> counts;
  private final int limit;
  private final Duration window;
  private final InstantSource clock;

  SignInAttempts(int limit, Duration window, InstantSource clock) {
    this.limit = limit;
    this.window = window;
    this.clock = clock;
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(window.multipliedBy(2))
            .build();
  }

  /**
   * Counts one attempt before it is made, so that many at once don't slip through.
   *
   * @throws Refused TOO_MANY_ATTEMPTS with the time to wait
   */
  void begin(String agentNo, String address) throws Refused {
    Instant now = clock.instant();
    Count count =
        counts
            .asMap()
            .compute(
                new Key(agentNo, address),
                (_, seen) ->
                    seen == null || !now.isBefore(seen.windowEnds())
                        ? new Count(1, now.plus(window))
                        : new Count(Math.min(seen.attempts() + 1, limit + 1), seen.windowEnds()));
    if (count.attempts() > limit) {
      throw new Refused(
          Refused.Reason.TOO_MANY_ATTEMPTS,
          "too many attempts",
          Duration.between(now, count.windowEnds()));
    }
  }

  void succeeded(String agentNo, String address) {
    counts.invalidate(new Key(agentNo, address));
  }
}
