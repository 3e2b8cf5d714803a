package io.voltline.domain.simulation;

import io.voltline.domain.routing.RoutingProfile;
import java.util.List;

/**
 * A centre to be simulated. Times are in milliseconds; time 0 is midnight.
 *
 * @param lines callers who can be in the centre at once, in talk or waiting; one more is blocked
 * @param warmUpMillis how long it runs before anything is counted
 * @param lengthMillis how long it runs from then on
 */
public record Scenario(
    RoutingProfile profile,
    Arrivals arrivals,
    Redial redial,
    List<Worker> agents,
    Manner manner,
    int lines,
    long warmUpMillis,
    long lengthMillis) {

  /**
   * What callers do who were blocked or gave up.
   *
   * @param chance of calling again, 0 to 1
   * @param delay until they do
   * @param most calls of one caller in all, 1 or more
   */
  public record Redial(double chance, Law delay, int most) {
    /** Nobody calls twice. */
    public static final Redial NEVER = new Redial(0, new Law.Constant(0), 1);

    public Redial {
      require(chance >= 0 && chance <= 1, "redial: the chance must be 0 to 1");
      require(most >= 1, "redial: a caller calls at least once");
    }
  }

  /**
   * How agents work.
   *
   * @param answer from the ring to the answer
   * @param silent chance that an agent lets an offer ring to its end, 0 to 1
   * @param back until a silent agent is idle again
   * @param wrapUp after-call work, as far as the queue's rule grants it
   */
  public record Manner(Law answer, double silent, Law back, Law wrapUp) {
    /** Answers at once, always, and is done with a call when it ends. */
    public static final Manner PROMPT =
        new Manner(new Law.Constant(0), 0, new Law.Constant(0), new Law.Constant(0));

    public Manner {
      require(silent >= 0 && silent < 1, "silent: the chance must be 0 to less than 1");
    }
  }

  /** Refuses what can't be simulated with an IllegalArgumentException. */
  public Scenario {
    agents = List.copyOf(agents);
    require(!agents.isEmpty(), "agents: there is none");
    require(
        agents.stream().map(Worker::agent).distinct().count() == agents.size(),
        "agents: one is there twice");
    require(lines >= 1, "lines: must be 1 or more");
    require(warmUpMillis >= 0, "warm-up: must not be negative");
    require(lengthMillis >= Result.BATCHES, "length: too short to be counted");
  }

  long endMillis() {
    return warmUpMillis + lengthMillis;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }
}
