package io.voltline.engine.config;

import io.voltline.domain.calendar.Span;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.survey.SurveyRule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Reads what holds for the callers' services. */
final class SelfServiceSettings {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Set<String> SMS_GATEWAYS = Set.of("loopback");

  private SelfServiceSettings() {}

  /**
   * The block {@code self-service}.
   *
   * @param queues the queues there are
   */
  static Settings.SelfService read(Section block, ZoneId zone, Set<QueueId> queues) {
    return new Settings.SelfService(
        block.duration("limit", Duration.ofMillis(100), Duration.ofSeconds(10)),
        block.duration("repeat-window", Duration.ofMinutes(1), Duration.ofDays(7)),
        block.duration("urge-pause", Duration.ZERO, DAY),
        callBacks(block.in("call-back"), zone),
        queue(block.in("call-back"), queues),
        smsGateway(block),
        survey(block.in("survey")));
  }

  private static CallBackRule callBacks(Section block, ZoneId zone) {
    List<Duration> pauses = block.durations("pauses", Duration.ofSeconds(10), DAY);
    if (pauses.size() > 9) {
      throw block.blame("pauses", "more than 9 pauses");
    }
    LocalTime from = block.value("from", SelfServiceSettings::time);
    LocalTime until = block.value("until", SelfServiceSettings::time);
    try {
      return new CallBackRule(pauses, new Span(from, until), zone);
    } catch (IllegalArgumentException e) {
      throw block.blame("until", String.valueOf(e.getMessage()));
    }
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no time of day such as 08:00", e);
    }
  }

  private static QueueId queue(Section block, Set<QueueId> queues) {
    QueueId queue = block.value("queue", QueueId::new);
    if (!queues.contains(queue)) {
      throw block.blame("queue", "no queue '" + queue + "'");
    }
    return queue;
  }

  private static SurveyRule survey(Section block) {
    return new SurveyRule(
        block.number("sms-most-a-day", 0, 10),
        block.duration("answer-within", Duration.ofMinutes(1), Duration.ofDays(7)));
  }

  private static String smsGateway(Section block) {
    String name = block.text("sms-gateway");
    if (!SMS_GATEWAYS.contains(name)) {
      throw block.blame("sms-gateway", "'" + name + "' is not one of " + SMS_GATEWAYS);
    }
    return name;
  }
}
