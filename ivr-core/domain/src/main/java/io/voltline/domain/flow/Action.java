package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.List;

/** What the call shall do next. */
public sealed interface Action {

  /** Play to the end; answered with {@link Input.Done}. */
  record Say(List<String> prompts) implements Action {}

  /**
   * Play, cut short by any key, then wait; answered with {@link Input.Pressed} or {@link
   * Input.Silence}.
   */
  record Ask(List<String> prompts, Duration patience) implements Action {}

  /** Change the language; answered with {@link Input.Done}. */
  record Speak(Language language) implements Action {}

  /** Hand over to a queue; the flow is over. */
  record Enqueue(QueueId queue, Demand demand, int priority) implements Action {}

  /** Play to the end and hang up; the flow is over. */
  record End(List<String> prompts) implements Action {}
}
