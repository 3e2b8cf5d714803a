package io.voltline.bench.pop;

/** Who is connected: number by number, the same on either side. */
final class Floor {
  /** Desks that get screen-pops. */
  static final int AGENTS = 1_980;

  /** Desks that show the wall. */
  static final int SUPERVISORS = 20;

  private static final int FIRST_AGENT = 10_000;
  private static final int FIRST_SUPERVISOR = 80_000;

  /** Coprime with the agents, so that each has a turn before one has two. */
  private static final long STRIDE = 7_919;

  private static final String TOKEN = "desk-";

  private Floor() {}

  /**
   * The number of an agent.
   *
   * @param agent 0 to {@link #AGENTS} - 1
   */
  static String agentNo(int agent) {
    return Integer.toString(FIRST_AGENT + agent);
  }

  /** The number of a supervisor, from 0 on. */
  static String supervisorNo(int supervisor) {
    return Integer.toString(FIRST_SUPERVISOR + supervisor);
  }

  static boolean supervises(String no) {
    return Integer.parseInt(no) >= FIRST_SUPERVISOR;
  }

  /** Which agent a call is for, neighbours far apart. */
  static int agentFor(int call) {
    return Math.toIntExact(call * STRIDE % AGENTS);
  }

  /** What a desk shows to be let in. */
  static String token(String no) {
    return TOKEN + no;
  }

  /** Whose token it is. */
  static String no(String token) {
    return token.substring(TOKEN.length());
  }
}
