package io.voltline.domain.workorder;

import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.domain.customer.Area;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By when things are due, by the limits of a profile.
 *
 * @param zone in which days begin and end
 */
public record Deadlines(LimitProfile profile, WorkCalendar calendar, ZoneId zone) {

  /**
   * What is promised of an order that is accepted.
   *
   * @param area an unknown one counts as town, where limits are shortest
   */
  public List<Due> accepted(String type, Optional<Area> area, Instant at) {
    return due(profile.of(type, known(area), Milestone::runsFromAcceptance), at);
  }

  /** What begins to run when an order comes to stand so. */
  public List<Due> moved(WorkOrder order, WorkOrderStatus to, Instant at) {
    Set<Milestone> begun = order.due().stream().map(Due::milestone).collect(Collectors.toSet());
    var form = order.form();
    return due(profile.of(form.type(), known(form.area()), it -> it.beginsIn(to, begun)), at);
  }

  private static Area known(Optional<Area> area) {
    return area.orElse(Area.TOWN);
  }

  private List<Due> due(List<TimeLimit> limits, Instant at) {
    return limits.stream().map(limit -> due(limit, from(limit, limits, at))).toList();
  }

  private Due due(TimeLimit limit, Instant from) {
    return limit.term().due(limit.milestone(), from, calendar, zone);
  }

  /** One counted from another is counted from that one's own beginning: chains are not followed. */
  private Instant from(TimeLimit limit, List<TimeLimit> limits, Instant at) {
    return limit
        .after()
        .flatMap(base -> limits.stream().filter(it -> it.milestone() == base).findFirst())
        .map(base -> due(base, at).last())
        .orElse(at);
  }
}
