package io.voltline.domain.callback;

/** Where a call-back stands. */
public enum CallBackStatus {
  /** To be tried once its time and its place in line have come. */
  WAITING,
  /** Being tried now. */
  TRYING,
  /** Customer and agent talked. */
  REACHED,
  /** The customer called again and was served before. */
  CALLED_IN,
  /** The customer called again, waited in the place of the call-back and was served. */
  JOINED,
  /** Tried as often as the rule says, in vain. */
  GIVEN_UP;

  /** Whether the customer is still owed a call; a number has one open call-back at most. */
  public boolean open() {
    return this == WAITING || this == TRYING;
  }
}
