package io.voltline.engine.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.speech.PromptSounds;
import java.io.IOException;

/** How prompts sound, for administrators. */
final class PromptApi {
  private final PromptSounds sounds;

  PromptApi(PromptSounds sounds) {
    this.sounds = sounds;
  }

  void offer(Operations api) {
    api.send("getPromptAudio", this::open, PromptApi::send);
  }

  private byte[] open(Ask ask) throws Refused, IOException {
    Actor.of(ask.account(), ask.address());
    String id = ask.path("id");
    return sounds
        .wav(id, NoticeApi.language(ask.path("language")))
        .orElseThrow(
            () -> new Refused(Refused.Reason.NOT_FOUND, "prompt " + id + " has no such sound"));
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
