package io.voltline.domain.routing;

/**
 * How long agents are rung, and how many at once, cut from what is left of the caller's promise so
 * that a silent agent costs the caller seconds and not the promise. What is left is counted to the
 * answer: the time until the caller hears the agent is taken off first.
 *
 * <ul>
 *   <li>While a second agent still fits behind this one, one phone rings, as long as leaves that
 *       second agent the shortest ring worth trying, and never longer than the longest ring.
 *   <li>When only this ring fits, several phones ring for all that is left.
 *   <li>When not even this ring fits, the promise is as good as lost: several phones ring the
 *       longest ring, because now it counts most that somebody answers at all.
 * </ul>
 */
final class RingBudget {
  private final RoutingProfile.Ring ring;

  RingBudget(RoutingProfile.Ring ring) {
    this.ring = ring;
  }

  long ringMillis(long deadlineMillis, long nowMillis, int phones) {
    long left = left(deadlineMillis, nowMillis);
    if (left < ring.minMillis()) {
      return ring.maxMillis();
    }
    // Several phones are joined at once: the number is announced for one only.
    long whole = phones > 1 ? left + ring.connectMillis() : left;
    long kept = secondFits(left) ? ring.minMillis() : 0;
    return Math.min(whole - kept, ring.maxMillis());
  }

  int phonesAtOnce(long deadlineMillis, long nowMillis) {
    return secondFits(left(deadlineMillis, nowMillis)) ? 1 : ring.atOnce();
  }

  /** The last moment at which two agents can still be rung one after the other. */
  long lastCalmMillis(long deadlineMillis) {
    return deadlineMillis - ring.connectMillis() - 2 * ring.minMillis();
  }

  private boolean secondFits(long left) {
    return left >= 2 * ring.minMillis();
  }

  private long left(long deadlineMillis, long nowMillis) {
    return deadlineMillis - ring.connectMillis() - nowMillis;
  }
}
