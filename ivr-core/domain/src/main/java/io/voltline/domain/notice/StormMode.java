package io.voltline.domain.notice;

/** What people say about the storm. */
public enum StormMode {
  ON,
  OFF,
  /** By the rate at which calls come in. */
  AUTO
}
