package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.Strategy;
import io.voltline.engine.admin.SettingsSheet;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.config.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings as administrators see them. */
final class Sheet {
  private static final Logger log = LoggerFactory.getLogger(Sheet.class);

  private Sheet() {}

  static SettingsSheet of(Settings settings) {
    return new SettingsSheet(
        settings.routing().queues().values().stream()
            .sorted(Comparator.comparing(rule -> rule.id().value()))
            .map(rule -> queue(rule, settings))
            .toList(),
        Arrays.stream(BusyReason.values())
            .map(reason -> new SettingsSheet.Reason(reason.name(), reason.givenByAgent()))
            .toList(),
        limits(settings),
        prompts(settings));
  }

  private static SettingsSheet.Queue queue(QueueRule rule, Settings settings) {
    return new SettingsSheet.Queue(
        rule.id().value(),
        rule.demand().toString(),
        name(rule.strategy()),
        rule.promiseMillis() / 1000.0,
        rule.wrapUpMillis() / 1000.0,
        rule.mostWaiting(),
        rule.steps().size(),
        rule.overflow().to().map(QueueId::value),
        Objects.requireNonNullElse(settings.queuePlaces().get(rule.id()), ""));
  }

  /** As the settings write it. */
  private static String name(Strategy strategy) {
    return strategy
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=.)([A-Z])", "-$1")
        .toLowerCase(Locale.ROOT);
  }

  private static List<SettingsSheet.Limit> limits(Settings settings) {
    var self = settings.selfService();
    return List.of(
        limit("routing.most-resting", settings.routing().mostResting()),
        limit(
            "routing.most-wrap-up",
            seconds(Duration.ofMillis(settings.routing().mostWrapUpMillis()))),
        limit("waiting.tell-first", seconds(settings.waiting().tellFirst())),
        limit("waiting.tell-every", seconds(settings.waiting().tellEvery())),
        limit("waiting.choices-after", seconds(settings.waiting().choicesAfter())),
        limit("self-service.repeat-window", seconds(self.repeatWindow())),
        limit("self-service.urge-pause", seconds(self.urgePause())),
        limit("self-service.reconnect-within", seconds(self.reconnectWithin())),
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

  private static List<SettingsSheet.Prompt> prompts(Settings settings) {
    try {
      return new PromptManifest(settings.paths().prompts())
          .texts().stream().map(text -> new SettingsSheet.Prompt(text.id(), text.text())).toList();
    } catch (IOException e) {
      log.error("the prompts can't be shown: {}", e.getMessage());
      return List.of();
    }
  }
}
