package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** What the clock says where a house stands: tests that run at any hour choose the place. */
enum TimeOfDay {
  NOON(12),
  NIGHT(2);

  private static final int HOURS = 24;
  private static final int FURTHEST_WEST = -12;

  private final int hour;

  TimeOfDay(int hour) {
    this.hour = hour;
  }

  /** Has engines that start in this house from now on live at this hour, with more settings. */
  void in(House house, String... settings) {
    house.settings("voltline.zone = \"%s\"\n%s\n".formatted(zone(), String.join("\n", settings)));
  }

  private ZoneId zone() {
    int east = hour - LocalTime.now(ZoneOffset.UTC).getHour();
    return ZoneOffset.ofHours(east < FURTHEST_WEST ? east + HOURS : east);
  }
}
