package io.voltline.domain.customer;

/** Whether supply that was cut for arrears can be given back (复电). */
public enum Reconnection {
  /** Cut, and paid since. */
  DUE,
  /** Cut, and still not paid. */
  ARREARS,
  /** There is nothing to give back. */
  NOT_CUT_OFF;

  /**
   * How it stands.
   *
   * @param balance with every payment up to now, also those after the cut
   */
  public static Reconnection of(boolean cutOff, Money balance) {
    if (!cutOff) {
      return NOT_CUT_OFF;
    }
    return balance.yuan().signum() < 0 ? ARREARS : DUE;
  }
}
