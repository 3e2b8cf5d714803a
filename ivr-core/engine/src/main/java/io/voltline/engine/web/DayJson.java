package io.voltline.engine.web;

import io.voltline.domain.survey.Rating;
import io.voltline.engine.shift.AgentDay;
import io.voltline.engine.shift.OwnDay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The contract's AgentDay. */
record DayJson(
    Instant at,
    int offered,
    int answered,
    int notTaken,
    int inTime,
    Optional<Duration> averageTalkSeconds,
    Optional<Duration> averageWrapUpSeconds,
    int workOrders,
    int satisfied,
    int fair,
    int dissatisfied) {

  static DayJson of(OwnDay.Counted counted) {
    AgentDay day = counted.day();
    return new DayJson(
        counted.at(),
        day.offered(),
        day.answered(),
        day.notTaken(),
        day.inTime(),
        average(day.talk(), day.talks()),
        average(day.wrapUp(), day.wrapUps()),
        day.workOrders(),
        given(day, Rating.SATISFIED),
        given(day, Rating.FAIR),
        given(day, Rating.DISSATISFIED));
  }

  private static Optional<Duration> average(Duration all, int count) {
    return count == 0 ? Optional.empty() : Optional.of(all.dividedBy(count));
  }

  private static int given(AgentDay day, Rating rating) {
    return day.ratings().getOrDefault(rating, 0);
  }
}
