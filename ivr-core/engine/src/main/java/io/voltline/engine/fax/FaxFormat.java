package io.voltline.engine.fax;

/** What the pages of a fax can be had as. */
public enum FaxFormat {
  /** For a browser. */
  PDF,
  /** As they came in. */
  TIFF
}
