package io.voltline.domain.workorder;

/**
 * An open order that may be about the matter of a form that is being filled in.
 *
 * @param why it is offered
 */
public record Alike(WorkOrder order, Why why) {
  private static final String FAULTS = "fault-repair";

  /** The closest first. */
  public enum Why {
    /** The same account: the customer calls again, and urges it. */
    ACCOUNT,
    /** The same number to call back. */
    PHONE,
    /** A neighbour behind the same transformer: the call is linked to it. */
    AREA
  }

  /** Orders may be about one matter when their types are of one branch of the tree. */
  public static String branch(String type) {
    return type.split("\\.", 2)[0];
  }

  /** Whether a neighbour may have called about the same: faults, not bills or complaints. */
  public static boolean sharedByNeighbours(String type) {
    return branch(type).equals(FAULTS);
  }

  /** Whether a known outage may be what it is about. */
  public static boolean mayBeAnOutage(String type) {
    return sharedByNeighbours(type) || type.endsWith(".outage");
  }
}
