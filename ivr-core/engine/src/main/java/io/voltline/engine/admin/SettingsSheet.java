package io.voltline.engine.admin;

import io.voltline.domain.kernel.Bilingual;
import java.util.List;

/** What is set by files and can be looked at, but not changed, at the desk. */
public record SettingsSheet(List<Reason> reasons, List<Limit> limits, List<Prompt> prompts) {

  /**
   * Why an agent takes no calls.
   *
   * @param byAgent whether agents give it themselves
   */
  public record Reason(String reason, boolean byAgent) {}

  /** A figure of the settings by its name there. */
  public record Limit(String name, String value) {}

  /** What callers are told, by the name flows know it by. */
  public record Prompt(String id, Bilingual text) {}
}
