package io.voltline.domain.routing;

/**
 * How a queue's calls and agents are brought together. A danger call goes first whatever the
 * strategy.
 */
public sealed interface Strategy {

  /** The agent idle for longest; callers by their wait and head start. */
  record LongestIdle() implements Strategy {}

  /** The agent idle for longest; callers by nothing but their wait, whatever their priority. */
  record LongestWait() implements Strategy {}

  /** The agent with the highest level in the skills asked for, of these the longest idle. */
  record BestSkill() implements Strategy {}

  /** The agent with the least time in talk and after-call work since sign-in. */
  record LeastBusy() implements Strategy {}

  /**
   * The agent whose other skills are the best covered by other idle agents, of these the longest
   * idle: who alone can do something stays free for it.
   */
  record LeastNeeded() implements Strategy {}

  /**
   * Agents shared with other queues of this strategy serve each in this proportion.
   *
   * @param share 1 to 1000; anything else is refused with an IllegalArgumentException
   */
  record FixedRatio(int share) implements Strategy {
    public FixedRatio {
      range("share", share, 1);
    }
  }

  /**
   * The highest score: a caller's wait, or an agent's idle time, in seconds, and the agent's level,
   * each by its weight.
   *
   * @param waitWeight 1 to 1000
   * @param idleWeight 0 to 1000
   * @param levelWeight 0 to 1000; anything else is refused with an IllegalArgumentException
   */
  record Weighted(int waitWeight, int idleWeight, int levelWeight) implements Strategy {
    public Weighted {
      range("wait-weight", waitWeight, 1);
      range("idle-weight", idleWeight, 0);
      range("level-weight", levelWeight, 0);
    }
  }

  private static void range(String name, int value, int from) {
    if (value < from || value > 1_000) {
      throw new IllegalArgumentException(
          name + ": " + value + " is not within " + from + " to 1000");
    }
  }
}
