package io.voltline.engine.admin;

import io.voltline.domain.kernel.Bilingual;
import java.util.List;

/** What is set by files and can be looked at, but not changed, at the desk. */
public record SettingsSheet(List<Limit> limits, List<Prompt> prompts) {

  /** A figure of the settings by its name there. */
  public record Limit(String name, String value) {}

  /** What callers are told, by the name flows know it by. */
  public record Prompt(String id, Bilingual text) {}
}
