package io.voltline.engine.desk;

/** A neighbour needed for the answer is down; asking again later may succeed. */
public final class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what the neighbour, such as "database"
   */
  public Unavailable(String what) {
    super(what + " is not available");
  }

  public Unavailable(String what, Throwable cause) {
    super(what + " unavailable", cause);
  }
}
