package io.voltline.engine.desk;

import java.util.Locale;

/** What somebody may do at the desk. */
public enum Role {
  AGENT,
  SUPERVISOR,
  QUALITY,
  ADMIN;

  /** Whether it watches the floor and acts on other people's calls and states. */
  public boolean supervises() {
    return this == SUPERVISOR || this == ADMIN;
  }

  /** Whether it serves callers or leads who does; others are told names and numbers masked. */
  public boolean seesPersonalData() {
    return this != QUALITY;
  }

  /** The name in the API and the accounts file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
