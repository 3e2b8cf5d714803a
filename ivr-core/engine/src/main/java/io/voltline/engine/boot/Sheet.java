package io.voltline.engine.boot;

import io.voltline.engine.admin.SettingsSheet;
import io.voltline.engine.config.Settings;
import java.time.Duration;
import java.util.List;

/** The settings as administrators see them. */
final class Sheet {
  private Sheet() {}

  static SettingsSheet of(Settings settings) {
    return new SettingsSheet(limits(settings));
  }

  private static List<SettingsSheet.Limit> limits(Settings settings) {
    var self = settings.selfService();
    return List.of(
        limit("waiting.tell-first", seconds(settings.waiting().tellFirst())),
        limit("waiting.tell-every", seconds(settings.waiting().tellEvery())),
        limit("waiting.choices-after", seconds(settings.waiting().choicesAfter())),
        limit("self-service.repeat-window", seconds(self.repeatWindow())),
        limit("self-service.urge-pause", seconds(self.urgePause())),
        limit("alarms.at-risk", settings.alarms().atRisk() + " %"),
        limit("alarms.at-risk-over", settings.alarms().atRiskOver() + " %"),
        limit("alarms.waiting", settings.alarms().waiting()),
        limit("alarms.waiting-over", settings.alarms().waitingOver()),
        limit("alarms.rest", seconds(settings.alarms().rest())),
        limit("alarms.wrap-up", seconds(settings.alarms().wrapUp())),
        limit("alarms.down", seconds(settings.alarms().down())),
        limit("alarms.calm", seconds(settings.alarms().calm())),
        limit("desk.session", seconds(settings.desk().session())),
        limit("desk.attempts", settings.desk().attempts()),
        limit(
            "desk.call-out",
            String.join(", ", settings.desk().callOut().stream().sorted().toList())));
  }

  private static SettingsSheet.Limit limit(String name, Object value) {
    return new SettingsSheet.Limit("voltline." + name, String.valueOf(value));
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }
}
