package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.engine.notice.Situation;
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
    return new Input.Told(situation.storm() ? "on" : "off", Map.of());
  }

  private Input.Told notice(Question question) {
    return situation
        .notice(question.now())
        .map(notice -> new Input.Told("one", Map.of("text", value(notice))))
        .orElseGet(() -> new Input.Told("none", Map.of()));
  }

  private static Value value(Situation.ToTell notice) {
    var text = new Value.Text(notice.text().zh(), notice.text().en());
    return notice.sounds().isEmpty() ? text : new Value.Recorded(text, notice.sounds());
  }
}
