package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.domain.notice.StormMode;
import io.voltline.domain.notice.StormSwitch;
import java.util.Map;

/** Whether there is a storm, and what every caller is to hear. */
final class SituationService implements Subject {
  private final Situation situation;

  SituationService(Situation situation) {
    this.situation = situation;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("storm", this::storm, "notice", this::notice);
  }

  private Input.Told storm(Question question) {
    StormSwitch now = situation.stormSwitch();
    long calls =
        now.mode() == StormMode.AUTO
            ? situation.callsSince(question.now().minus(StormSwitch.WINDOW))
            : 0;
    return new Input.Told(now.on(calls) ? "on" : "off", Map.of());
  }

  private Input.Told notice(Question question) {
    return situation
        .notice(question.now())
        .map(
            notice ->
                new Input.Told(
                    "one", Map.of("text", new Value.Text(notice.text().zh(), notice.text().en()))))
        .orElseGet(() -> new Input.Told("none", Map.of()));
  }
}
