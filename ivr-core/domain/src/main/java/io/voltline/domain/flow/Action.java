package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the call shall do next. */
public sealed interface Action {

  /** Play to the end; answered with {@link Input.Done}. */
  record Say(List<Spoken> spoken) implements Action {}

  /**
   * Play, cut short by any key, then wait; answered with {@link Input.Pressed} or {@link
   * Input.Silence}.
   */
  record Ask(List<Spoken> spoken, Duration patience) implements Action {}

  /**
   * Play, cut short by the first key, then collect keys until {@code #} or {@code *}, which comes
   * with what was typed, until a pause, or until there are too many; answered with {@link
   * Input.Typed} or {@link Input.Silence}.
   *
   * @param most digits that are wanted; whatever is typed beyond ends it and is listened to no more
   * @param patience wait for the first key once the prompts are over
   * @param between wait for each further key
   * @param limit of the whole, from the first key on
   */
  record Collect(List<Spoken> spoken, int most, Duration patience, Duration between, Duration limit)
      implements Action {}

  /** Change the language; answered with {@link Input.Done}. */
  record Speak(Language language) implements Action {}

  /** Ask the house; answered with {@link Input.Told}. */
  record Consult(String service, Map<String, Value> arguments) implements Action {
    public Consult {
      arguments = Map.copyOf(arguments);
    }
  }

  /**
   * Hand over to a queue; answered with {@link Input.Left} by one of the exits, or never: with a
   * way of leaving that is no exit the flow is over.
   */
  record Enqueue(QueueId queue, Demand demand, int priority, Set<String> exits) implements Action {
    public Enqueue {
      exits = Set.copyOf(exits);
    }
  }

  /**
   * Play and record what the caller says after the tone, until {@code #}, silence or the limit;
   * answered with {@link Input.Recorded} or {@link Input.Silence}.
   */
  record Message(List<Spoken> spoken, Duration limit) implements Action {}

  /** Connect with a number outside; answered with {@link Input.Left} when nobody was reached. */
  record Transfer(String number) implements Action {}

  /** Play to the end and hang up; the flow is over. */
  record End(List<Spoken> spoken) implements Action {}
}
