package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.OpeningHours;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.kernel.Bilingual;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoursTextTest {

  @Test
  void hoursAreToldByTheKindOfDay() {
    var hours =
        new OpeningHours(
            Map.of(
                DayKind.WORKING, List.of(span("13:00", "17:30"), span("08:30", "12:00")),
                DayKind.REST, List.of(span("00:00", "00:00"))));
    assertThat(HoursText.of(hours))
        .isEqualTo(
            new Bilingual(
                "工作日8点30分到12点和13点到17点30分，周末0点到24点，法定节假日休息",
                "8:30 to 12:00 and 13:00 to 17:30 on working days, 0:00 to 24:00 at weekends, "
                    + "closed on public holidays"));
  }

  private static Span span(String from, String until) {
    return new Span(LocalTime.parse(from), LocalTime.parse(until));
  }
}
