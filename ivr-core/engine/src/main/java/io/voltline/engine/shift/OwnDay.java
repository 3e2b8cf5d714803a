package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Agents' own figures of the day, counted anew every three seconds at most. */
public final class OwnDay {
  private static final Duration FRESH = Duration.ofSeconds(3);

  /** Figures as they were at a moment. */
  public record Counted(Instant at, AgentDay day) {}

  private final AgentDays days;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<AgentNo, Counted> counted = new ConcurrentHashMap<>();

  /**
   * Counts by what the days tell.
   *
   * @param zone whose midnight a day begins at
   */
  public OwnDay(AgentDays days, InstantSource clock, ZoneId zone) {
    this.days = days;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The own figures. May block.
   *
   * @throws Refused FORBIDDEN for whoever takes no calls
   */
  public Counted of(Account who) throws Refused {
    if (!who.takesCalls()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "only agents take calls");
    }
    return counted.compute(
        who.agentNo(), (agent, before) -> before != null && fresh(before) ? before : count(agent));
  }

  private boolean fresh(Counted before) {
    return clock.instant().isBefore(before.at().plus(FRESH));
  }

  private Counted count(AgentNo agent) {
    Instant now = clock.instant();
    Instant midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    return new Counted(now, days.of(agent, midnight));
  }
}
