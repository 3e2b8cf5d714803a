package io.voltline.engine.web;

import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmKind;
import io.voltline.engine.alarm.AlarmWatch;
import io.voltline.engine.desk.Refused;
import java.util.Map;

/** What of the floor is not as it should be. */
final class AlarmApi {
  private record Which(AlarmKind kind, String subject) {}

  private final AlarmWatch watch;

  AlarmApi(AlarmWatch watch) {
    this.watch = watch;
  }

  void offer(Operations api) {
    api.answer("listAlarms", this::raised);
    api.answer("listTodaysAlarms", this::today);
    api.answer("acknowledgeAlarm", this::acknowledge);
  }

  private Reply raised(Ask ask) throws Refused {
    return Reply.ok(
        Map.of("alarms", watch.raised(ask.account()).stream().map(AlarmJson::of).toList()));
  }

  private Reply today(Ask ask) throws Refused {
    return Reply.ok(
        Map.of("alarms", watch.today(ask.account()).stream().map(AlarmJson::of).toList()));
  }

  private Reply acknowledge(Ask ask) throws Refused {
    Which which = ask.body(Which.class).orElseThrow();
    watch.acknowledge(ask.account(), new AlarmKey(which.kind(), which.subject()));
    return Reply.none();
  }
}
