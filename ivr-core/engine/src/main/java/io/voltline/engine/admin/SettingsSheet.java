package io.voltline.engine.admin;

import java.util.List;

/** What is set by files and can be looked at, but not changed, at the desk. */
public record SettingsSheet(List<Limit> limits) {

  /** A figure of the settings by its name there. */
  public record Limit(String name, String value) {}
}
