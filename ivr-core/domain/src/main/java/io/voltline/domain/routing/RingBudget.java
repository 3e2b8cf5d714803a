package io.voltline.domain.routing;

/**
 * How long one agent may be rung, cut from what is left of the caller's promise so that a silent
 * agent costs the caller seconds and not the promise.
 *
 * <ul>
 *   <li>While a second agent still fits behind this one, ring as long as leaves that second agent
 *       the shortest ring worth trying, and never longer than the longest ring: with the defaults
 *       (promise 12 s, 4 to 8 s) the first agent rings 8 s and the second 4 s.
 *   <li>When only this one fits, ring for all that is left.
 *   <li>When not even this one fits, the promise is as good as lost: ring the longest ring, because
 *       now the agent most likely to answer at all is worth most.
 * </ul>
 */
final class RingBudget {
  private final long promise;
  private final long min;
  private final long max;

  RingBudget(RoutingProfile profile) {
    this.promise = profile.promiseMillis();
    this.min = profile.minRingMillis();
    this.max = profile.maxRingMillis();
  }

  long ringMillis(long queuedAtMillis, long nowMillis) {
    long left = queuedAtMillis + promise - nowMillis;
    if (left < min) {
      return max;
    }
    return left < 2 * min ? Math.min(left, max) : Math.min(left - min, max);
  }
}
