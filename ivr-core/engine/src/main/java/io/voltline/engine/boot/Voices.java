package io.voltline.engine.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.gateway.EspeakVoice;
import io.voltline.engine.gateway.HttpVoice;
import io.voltline.engine.speech.NumberAnnouncements;
import io.voltline.engine.speech.SoundFolder;
import io.voltline.engine.speech.SpokenTexts;
import io.voltline.engine.speech.Voice;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Free text is spoken by the voice that is set, in every call. */
final class Voices {
  private static final Logger log = LoggerFactory.getLogger(Voices.class);
  private static final Duration EVERY = Duration.ofSeconds(30);

  private Voices() {}

  /** Without a manifest only those are announced who have a prompt; that is logged. */
  static NumberAnnouncements numbers(Settings settings, SpokenTexts texts) {
    return new NumberAnnouncements(settings.paths().sounds(), announced(settings), texts);
  }

  /**
   * Has the numbers spoken of all whose phone may ring for callers; also of accounts made later.
   */
  static Periodic ahead(NumberAnnouncements numbers, AgentDesk agents) {
    return new Periodic(
        "numbers",
        EVERY,
        () -> {
          numbers.prepare(
              agents.agents().stream()
                  .map(Agent::account)
                  .filter(account -> account.takesCalls() || account.role().supervises())
                  .map(Account::agentNo)
                  .toList());
          return true;
        });
  }

  private static Bilingual announced(Settings settings) {
    try {
      return new PromptManifest(settings.paths().prompts()).agent();
    } catch (IOException e) {
      log.error("agents without a prompt are not announced: {}", e.getMessage());
      return new Bilingual("", "");
    }
  }

  static Voice of(Settings.Speech speech, Parts parts) {
    if (speech.service().isEmpty()) {
      return new EspeakVoice(speech.espeak());
    }
    var service = new HttpVoice(speech.service().get());
    parts.stopping("voice", service::close);
    return service;
  }

  static SpokenTexts texts(
      Settings settings, Voice voice, InstantSource clock, MeterRegistry metrics) {
    Settings.Speech speech = settings.speech();
    return new SpokenTexts(
        voice,
        new SoundFolder(settings.paths().spoken(), speech.keptBytes(), clock),
        speech.limit(),
        speech.atOnce(),
        metrics);
  }
}
