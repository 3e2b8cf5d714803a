package io.voltline.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.calendar.WorkCalendar;
import io.voltline.domain.customer.Area;
import io.voltline.domain.workorder.Deadlines;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.LimitProfile;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commitments as published, for an order of Monday 10:00 in a week without holidays. */
final class LimitProfilesFileTest {
  private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-09-21T10:00");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state-grid-current | fault-repair.single-premise | TOWN | DISPATCH 10:03, ARRIVAL 10:45",
        "state-grid-current | fault-repair.danger | COUNTRY | DISPATCH 10:03, ARRIVAL 11:30",
        "state-grid-current | fault-repair | REMOTE | DISPATCH 10:03, ARRIVAL 12:00",
        "state-grid-current | service-request.reconnection | TOWN | RECONNECTION Tue 10:00, REPLY Wed",
        "state-grid-current | service-request.damaged-appliance | TOWN | ARRIVAL Tue 10:00, REPLY Wed",
        "state-grid-current | service-request.meter-fault | TOWN | ANSWER Fri",
        "state-grid-current | service-request.reading-fault | TOWN | ANSWER next Tue",
        "state-grid-current | service-request.other | TOWN | ANSWER next Mon",
        "state-grid-current | complaint.service | TOWN"
            + " | DISPATCH 10:20, CONTACT Tue 10:00, REPLY Fri, ANSWER next Mon",
        "state-grid-current | tip-off.stealing | TOWN | ANSWER next Fri",
        "state-grid-current | inquiry.prices | TOWN | ANSWER next Mon",
        "state-grid-current | praise | TOWN | ''",
        "southern-grid | fault-repair | COUNTRY | DISPATCH 10:03, ARRIVAL 11:30",
        "southern-grid | service-request.reconnection | TOWN | RECONNECTION 22:00",
        "southern-grid | complaint | TOWN | DISPATCH 10:20, ANSWER next Mon",
        "commitments-2011 | complaint | TOWN | DISPATCH 10:20, CONTACT Tue, ANSWER next Wed",
        "commitments-2011 | fault-repair | TOWN | DISPATCH 10:03, ARRIVAL 10:45",
        "handbook-2007 | fault-repair | TOWN | DISPATCH 10:03, ARRIVAL 10:40",
        "handbook-2007 | fault-repair | COUNTRY | DISPATCH 10:03, ARRIVAL 11:25",
        "handbook-2007 | complaint | TOWN | DISPATCH 10:20, ANSWER Sat",
        "handbook-2007 | tip-off | TOWN | ANSWER next Thu",
      })
  void whatIsPromised(String profile, String type, Area area, String expected) {
    Instant at = MONDAY.atZone(UsualLimits.ZONE).toInstant();
    assertThat(
            deadlines(profile).accepted(type, Optional.of(area), at).stream()
                .map(LimitProfilesFileTest::told)
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @Test
  void everyTypeThatLimitsNameIsInTheTree() {
    var types = WorkOrderTypesFile.read().ids();
    assertThat(LimitProfilesFile.read())
        .allSatisfy(
            profile ->
                assertThat(profile.limits())
                    .allSatisfy(
                        limit -> assertThat(types).containsAll(limit.type().stream().toList())));
  }

  private static Deadlines deadlines(String id) {
    LimitProfile profile =
        LimitProfilesFile.read().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow();
    return new Deadlines(profile, new WorkCalendar(Map.of()), UsualLimits.ZONE);
  }

  private static String told(Due due) {
    var last = LocalDateTime.ofInstant(due.last(), UsualLimits.ZONE);
    long days = last.toLocalDate().toEpochDay() - MONDAY.toLocalDate().toEpochDay();
    String week = days >= 7 ? "next " : "";
    String name = last.getDayOfWeek().name();
    String day =
        days == 0
            ? ""
            : " " + week + name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT);
    return due.milestone() + day + (due.wholeDay() ? "" : " " + last.toLocalTime());
  }
}
