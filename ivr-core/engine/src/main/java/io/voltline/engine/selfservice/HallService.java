package io.voltline.engine.selfservice;

import io.voltline.domain.calendar.OpeningHours;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.engine.selfservice.HallBook.Hall;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The nearest service hall, and when halls and others are open. */
final class HallService implements Subject {
  private final HallBook halls;
  private final Calendars calendars;
  private final Map<String, OpeningHours> fixed;
  private final ZoneId zone;

  /**
   * @param fixed hours that are no table's but follow from a rule, by calendar
   */
  HallService(HallBook halls, Calendars calendars, Map<String, OpeningHours> fixed, ZoneId zone) {
    this.halls = halls;
    this.calendars = calendars;
    this.fixed = Map.copyOf(fixed);
    this.zone = zone;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("halls", this::halls, "hours", this::hours);
  }

  private Input.Told halls(Question question) {
    return halls
        .of(question.account())
        .map(this::told)
        .orElseGet(() -> new Input.Told("none", Map.of()));
  }

  private Input.Told told(Hall hall) {
    Bilingual hours = HoursText.of(hours(hall.calendar()));
    return new Input.Told(
        "found",
        Map.of(
            "hall",
            new Value.Text(
                hall.name().zh() + "，" + hall.address().zh(),
                hall.name().en() + ", " + hall.address().en()),
            "hours",
            new Value.Text(hours.zh(), hours.en())));
  }

  private OpeningHours hours(String calendar) {
    return Optional.ofNullable(fixed.get(calendar))
        .or(() -> calendars.hours(calendar))
        .orElseThrow(() -> new IllegalArgumentException("no calendar " + calendar));
  }

  private Input.Told hours(Question question) {
    var hours = hours(question.word("calendar"));
    return switch (hours.at(question.now(), calendars.workdays(), zone)) {
      case OpeningHours.Standing.Open _ -> new Input.Told("open", Map.of());
      case OpeningHours.Standing.Closed closed ->
          new Input.Told("closed", Map.of("opens", new Value.Moment(closed.opens())));
      case OpeningHours.Standing.Holiday holiday ->
          new Input.Told("holiday", Map.of("opens", new Value.Moment(holiday.opens())));
    };
  }
}
