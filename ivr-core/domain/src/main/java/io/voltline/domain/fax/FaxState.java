package io.voltline.domain.fax;

/** Where a fax to be sent stands. */
public enum FaxState {
  /** For its moment, or for a line. */
  WAITING,
  /** A try is on. */
  TRYING,
  SENT,
  /** Given up after the last try. */
  FAILED
}
