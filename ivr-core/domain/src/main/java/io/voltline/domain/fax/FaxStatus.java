package io.voltline.domain.fax;

/** What came of a fax that came in. */
public enum FaxStatus {
  /** All pages, by the word of both machines. */
  COMPLETE,
  /** Some pages can be read, but more were to come or some can't be. */
  PARTIAL,
  /** There is a file, but no page of it can be read. */
  UNREADABLE,
  /** Nobody sent a page, as when a person dials the number. */
  EMPTY;

  /**
   * Judges a fax by what is there of it.
   *
   * @param whole whether the machines parted in agreement that all was sent
   * @param told pages by the word of the machines
   * @param readable pages that can be read
   * @param file whether anything was written at all
   */
  public static FaxStatus of(boolean whole, int told, int readable, boolean file) {
    if (!file) {
      return EMPTY;
    }
    if (readable == 0) {
      return UNREADABLE;
    }
    return whole && readable >= told ? COMPLETE : PARTIAL;
  }
}
