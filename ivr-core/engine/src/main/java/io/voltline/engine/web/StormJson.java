package io.voltline.engine.web;

import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormRule;
import io.voltline.engine.notice.StormBook;
import io.voltline.engine.notice.Storms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The contract's Storm. */
record StormJson(
    boolean on,
    Instant since,
    StormMode mode,
    Instant changedAt,
    String changedBy,
    boolean stormyByRate,
    Rate rate,
    List<StormBook.Change> changes) {

  private record Rate(Duration windowSeconds, long calls, double usualCalls, long beginsAtCalls) {}

  static StormJson of(Storms.View view) {
    var storm = view.storm();
    return new StormJson(
        storm.on(),
        storm.since(),
        storm.mode(),
        storm.changedAt(),
        storm.changedBy(),
        storm.automatic().on(),
        new Rate(StormRule.WINDOW, view.rate().lately(), view.rate().usual(), view.begins()),
        view.changes());
  }
}
