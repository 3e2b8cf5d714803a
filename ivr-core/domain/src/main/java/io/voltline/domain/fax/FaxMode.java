package io.voltline.domain.fax;

/** How the pages went over the line. */
public enum FaxMode {
  /** As data, by ITU-T T.38. */
  T38,
  /** As sound in a telephone call. */
  AUDIO
}
