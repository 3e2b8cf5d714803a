package io.voltline.engine.desk;

import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.domain.workorder.Deadlines;
import java.time.ZoneId;
import java.util.Map;

/** The limits that hold in a new house, in a year without holidays. */
public final class UsualLimits {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private UsualLimits() {}

  public static OrderLimits of() {
    var usual =
        new Deadlines(LimitProfilesFile.read().getFirst(), new WorkCalendar(Map.of()), ZONE);
    return at -> usual;
  }
}
