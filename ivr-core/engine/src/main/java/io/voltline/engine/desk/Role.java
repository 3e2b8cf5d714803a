package io.voltline.engine.desk;

import java.util.Locale;

/** What somebody may do at the desk. */
public enum Role {
  AGENT,
  SUPERVISOR,
  QUALITY,
  ADMIN;

  /** The name in the API and the accounts file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
