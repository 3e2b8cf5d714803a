package io.voltline.bench.pop;

/** The open desks as a server has them. Sending hands over and returns at once. */
interface Desks {
  int port();

  /** How many have shown who they are. */
  int connected();

  /** Shows a call to the agent it is for. */
  void pop(int call);

  /** Shows supervisors the whole floor, each agent in another state than before. */
  void wall();

  /** Desks that were closed because they did not read. */
  long closedAsSlow();
}
