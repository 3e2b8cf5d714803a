package io.voltline.domain.simulation;

import java.util.random.RandomGenerator;

/** How long something lasts, by chance. Times are in milliseconds. */
public sealed interface Law {
  /** Longer than any simulation. */
  long FOREVER = Long.MAX_VALUE;

  /** One time, {@link #FOREVER} when there is no end. */
  long draw(RandomGenerator random);

  /** Always the same. */
  record Constant(long millis) implements Law {
    public Constant {
      notNegative(millis);
    }

    @Override
    public long draw(RandomGenerator random) {
      return millis;
    }
  }

  /** Without memory: how long it has lasted says nothing of how long it will. */
  record Exponential(long meanMillis) implements Law {
    public Exponential {
      notNegative(meanMillis);
    }

    @Override
    public long draw(RandomGenerator random) {
      return Math.round(meanMillis * random.nextExponential());
    }
  }

  /**
   * As talks really are: many short ones, a few very long.
   *
   * @param spread standard deviation ÷ mean, more than 0
   */
  record LogNormal(long meanMillis, double spread) implements Law {
    public LogNormal {
      notNegative(meanMillis);
      if (!(spread > 0)) {
        throw new IllegalArgumentException("spread: must be more than 0");
      }
    }

    @Override
    public long draw(RandomGenerator random) {
      double variance = Math.log1p(spread * spread);
      double factor = Math.exp(random.nextGaussian() * Math.sqrt(variance) - variance / 2);
      return Math.round(meanMillis * factor);
    }
  }

  /** Does not end by itself. */
  record Never() implements Law {
    @Override
    public long draw(RandomGenerator random) {
      return FOREVER;
    }
  }

  private static void notNegative(long millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("a time must not be negative");
    }
  }
}
