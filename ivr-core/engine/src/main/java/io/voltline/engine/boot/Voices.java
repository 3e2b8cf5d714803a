package io.voltline.engine.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.engine.config.Settings;
import io.voltline.engine.gateway.EspeakVoice;
import io.voltline.engine.gateway.HttpVoice;
import io.voltline.engine.speech.SoundFolder;
import io.voltline.engine.speech.SpokenTexts;
import io.voltline.engine.speech.Voice;
import java.time.InstantSource;

/** Free text is spoken by the voice that is set, in every call. */
final class Voices {
  private Voices() {}

  static SpokenTexts of(
      Settings settings, InstantSource clock, MeterRegistry metrics, Parts parts) {
    Settings.Speech speech = settings.speech();
    Voice voice;
    if (speech.service().isPresent()) {
      var service = new HttpVoice(speech.service().get());
      parts.stopping("voice", service::close);
      voice = service;
    } else {
      voice = new EspeakVoice(speech.espeak());
    }
    return new SpokenTexts(
        voice,
        new SoundFolder(settings.paths().spoken(), speech.keptBytes(), clock),
        speech.limit(),
        speech.atOnce(),
        metrics);
  }
}
