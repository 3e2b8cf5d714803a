package io.voltline.engine.web;

import io.voltline.domain.notice.StormMode;
import io.voltline.engine.notice.Author;
import io.voltline.engine.notice.Storms;

/** The storm switch. */
final class StormApi {
  private record Wish(StormMode mode) {}

  private final Storms storms;

  StormApi(Storms storms) {
    this.storms = storms;
  }

  void offer(Operations api) {
    api.answer("getStorm", _ -> Reply.ok(StormJson.of(storms.show())));
    api.answer("setStorm", this::set);
  }

  private Reply set(Ask ask) throws Exception {
    var by = Author.of(ask.account(), ask.address());
    return Reply.ok(StormJson.of(storms.set(ask.body(Wish.class).orElseThrow().mode(), by)));
  }
}
