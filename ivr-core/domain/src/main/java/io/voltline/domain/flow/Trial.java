package io.voltline.domain.flow;

import io.voltline.domain.kernel.CallId;

/**
 * A version of a flow that a share of the calls goes through.
 *
 * @param version of the flow
 * @param percent of the calls, 0 to 100; anything else is refused with an IllegalArgumentException
 */
public record Trial(int version, int percent) {
  public Trial {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a share is 0 to 100, not " + percent);
    }
  }

  /** Whether the call goes through it; the same call always does, or never. */
  public boolean takes(CallId call, String flow) {
    int hash = (flow + " " + call.value()).hashCode();
    // Ids of calls one after the other differ in their last digits only.
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return Math.floorMod(hash ^ (hash >>> 16), 100) < percent;
  }
}
