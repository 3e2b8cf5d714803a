package io.voltline.engine.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.HousePrompt;
import io.voltline.engine.admin.PromptDesk;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prompts and how they sound, for administrators. */
final class PromptApi {
  private static final String PRODUCT = "product";

  private record Entry(
      String id, Optional<PromptManifest.Numbers> numbers, Bilingual text, List<Own> changed) {
    static Entry of(PromptDesk.Entry entry) {
      PromptManifest.Text own = entry.own();
      return new Entry(
          own.id(), own.numbers(), own.text(), entry.changed().stream().map(Own::of).toList());
    }
  }

  private record Own(
      String id,
      String language,
      String text,
      String instead,
      String source,
      String sound,
      Optional<String> recording,
      Duration seconds,
      Instant changedAt,
      String changedBy) {
    static Own of(HousePrompt own) {
      return new Own(
          own.prompt().id(),
          own.prompt().language().code(),
          own.text(),
          own.instead(),
          own.recording().isPresent() ? "RECORDING" : "VOICE",
          own.sound().name(),
          own.recording(),
          own.sound().length(),
          own.at(),
          own.by());
    }
  }

  private record Speech(String text) {}

  private record Wish(
      String text, Optional<PromptDesk.Recording> recording, Optional<String> seen) {}

  private final PromptDesk desk;

  PromptApi(PromptDesk desk) {
    this.desk = desk;
  }

  void offer(Operations api) {
    api.answer("listPrompts", this::list);
    api.send("getPromptAudio", this::listen, PromptApi::send);
    api.send("speakPrompt", this::speak, PromptApi::send);
    api.answer("recordPrompt", this::record);
    api.answer("changePrompt", this::change);
    api.answer("putPromptBack", this::putBack);
  }

  private Reply list(Ask ask) throws Refused {
    by(ask);
    return Reply.ok(Map.of("prompts", desk.list().stream().map(Entry::of).toList()));
  }

  private byte[] listen(Ask ask) throws Refused {
    by(ask);
    PromptKey prompt = prompt(ask);
    Optional<String> sound = ask.query("sound");
    if (sound.isEmpty()) {
      return desk.heard(prompt);
    }
    return sound.get().equals(PRODUCT) ? desk.product(prompt) : desk.tried(prompt, sound.get());
  }

  private byte[] speak(Ask ask) throws Refused {
    by(ask);
    return desk.speak(prompt(ask), ask.body(Speech.class).orElseThrow().text());
  }

  private Reply record(Ask ask) throws Refused {
    by(ask);
    PromptSounds.Kept kept = desk.record(prompt(ask), ask.bytes());
    return Reply.ok(Map.of("sound", kept.name(), "seconds", kept.length()));
  }

  private Reply change(Ask ask) throws Refused {
    Actor by = by(ask);
    Wish wish = ask.body(Wish.class).orElseThrow();
    desk.change(by, prompt(ask), wish.text(), wish.recording(), seen("/seen", wish.seen()));
    return Reply.none();
  }

  private Reply putBack(Ask ask) throws Refused {
    desk.putBack(by(ask), prompt(ask), seen("seen", ask.query("seen")));
    return Reply.none();
  }

  private static Optional<Instant> seen(String name, Optional<String> moment) {
    return moment.map(text -> Ask.time(name, text));
  }

  private static Actor by(Ask ask) throws Refused {
    return Actor.of(ask.account(), ask.address());
  }

  private static PromptKey prompt(Ask ask) {
    return new PromptKey(ask.path("id"), NoticeApi.language(ask.path("language")));
  }

  private static void send(RoutingContext request, byte[] wav) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "audio/wav")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
        .end(Buffer.buffer(wav))
        .onFailure(request::fail);
  }
}
