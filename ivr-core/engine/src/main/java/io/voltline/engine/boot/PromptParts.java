package io.voltline.engine.boot;

import io.voltline.engine.admin.PromptDesk;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.config.Settings;
import io.voltline.engine.speech.PromptSounds;
import io.voltline.engine.speech.Voice;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlKeptPrompts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk at which prompts are changed, wired. */
final class PromptParts {
  private static final Logger log = LoggerFactory.getLogger(PromptParts.class);

  private PromptParts() {}

  /** A recording may last as long as that of a notice. */
  static PromptDesk of(Settings settings, Database database, Voice voice, InstantSource clock) {
    Settings.Paths paths = settings.paths();
    return new PromptDesk(
        texts(settings),
        new SqlKeptPrompts(database),
        new PromptSounds(
            paths.sounds(), paths.housePrompts(), voice, settings.situation().longest(), clock),
        clock);
  }

  /** Every prompt; none when they can't be read, which is logged. */
  private static List<PromptManifest.Text> texts(Settings settings) {
    try {
      return new PromptManifest(settings.paths().prompts()).texts();
    } catch (IOException e) {
      log.error("the prompts can't be shown: {}", e.getMessage());
      return List.of();
    }
  }
}
