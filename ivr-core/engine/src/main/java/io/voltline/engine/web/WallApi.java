package io.voltline.engine.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WallDesk;
import java.time.Instant;
import java.time.InstantSource;

/** The wall as it is now; events keep it so. */
final class WallApi {
  private record Whole(Instant at, @JsonUnwrapped WallJson wall) {}

  private final WallDesk desk;
  private final InstantSource clock;

  WallApi(WallDesk desk, InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void offer(Operations api) {
    api.answer("getWall", this::look);
  }

  private Reply look(Ask ask) throws Refused {
    var now = clock.instant();
    return Reply.ok(new Whole(now, WallJson.of(desk.look(ask.account()), now)));
  }
}
