package io.voltline.engine.form;

import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Shows supervisors which orders came late today. May block. */
public final class LateOrders {
  private static final int MOST = 100;

  private final FilingDays days;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Orders of these days.
   *
   * @param zone whose midnight a day begins at
   */
  public LateOrders(FilingDays days, InstantSource clock, ZoneId zone) {
    this.days = days;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Since midnight.
   *
   * @throws Refused FORBIDDEN for whoever does not watch over the floor
   */
  public FilingDay today(Account who) throws Refused {
    if (!who.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "supervisors and administrators only");
    }
    Instant midnight = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    return days.since(midnight, MOST);
  }
}
