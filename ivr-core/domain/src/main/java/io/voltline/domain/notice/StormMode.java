package io.voltline.domain.notice;

/** How the storm switch stands. */
public enum StormMode {
  ON,
  OFF,
  /** By the rate at which calls come in. */
  AUTO
}
