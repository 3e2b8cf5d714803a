package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.FlowRun;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Kind;
import io.voltline.domain.flow.Services;
import io.voltline.domain.flow.Spoken;
import io.voltline.domain.flow.Step;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A caller and a house by script. The caller: a key for each menu, a dash for silence, {@code
 * (123#)} typed at once, {@code [7]} a message of 7 s, {@code <hung-up>} out of a queue. The house:
 * {@code service=outcome}, by default as usual, {@code *=failed} for whatever is not named.
 */
final class FlowScript {
  private static final Map<String, String> USUAL =
      Map.of(
          "storm", "off",
          "notice", "none",
          "caller", "unknown",
          "account", "found",
          "outage", "none",
          "balance", "credit",
          "survey", "noted",
          "message", "kept");

  final List<String> visited = new ArrayList<>();
  final List<String> heard = new ArrayList<>();
  final List<Action.Consult> asked = new ArrayList<>();
  private final String script;
  private final Map<String, String> house;
  private final long repeats;
  private int at;

  FlowScript(String script, String house) {
    this.script = script;
    this.house =
        Arrays.stream(house.strip().split(" +", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.split("=", -1))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
    this.repeats = Long.parseLong(this.house.getOrDefault("repeats", "1"));
  }

  /** Goes as far as the script; a queue the script does not leave, or an end, is the last. */
  Action walk(FlowBook flows) {
    Step step = FlowRun.begin(flows);
    int visit = 0;
    while (true) {
      if (step.visit() != visit) {
        visited.add(step.place());
        visit = step.visit();
      }
      Action action = step.action();
      if (action instanceof Action.End end) {
        hear(end.spoken());
        return end;
      }
      if (action instanceof Action.Enqueue && !next('<')) {
        return action;
      }
      step = FlowRun.next(step, input(action));
    }
  }

  boolean over() {
    return at == script.length();
  }

  private Input input(Action action) {
    return switch (action) {
      case Action.Say say -> {
        hear(say.spoken());
        yield new Input.Done();
      }
      case Action.Speak _ -> new Input.Done();
      case Action.Ask ask -> {
        hear(ask.spoken());
        char key = script.charAt(at++);
        yield key == '-' ? new Input.Silence() : new Input.Pressed(key);
      }
      case Action.Collect collect -> {
        hear(collect.spoken());
        yield next('(') ? typed() : silence();
      }
      case Action.Message message -> {
        hear(message.spoken());
        yield next('[') ? new Input.Recorded("message.wav", Long.parseLong(until(']'))) : silence();
      }
      case Action.Consult ask -> told(ask);
      case Action.Enqueue _, Action.Transfer _ -> new Input.Left(until('>'));
      case Action.End end -> throw new IllegalStateException(end.toString());
    };
  }

  private Input typed() {
    String keys = until(')');
    return new Input.Typed(keys.endsWith("#") ? keys.substring(0, keys.length() - 1) : keys);
  }

  private Input silence() {
    if (script.charAt(at++) != '-') {
      throw new IllegalStateException("script " + script + " at " + at);
    }
    return new Input.Silence();
  }

  private Input.Told told(Action.Consult ask) {
    asked.add(ask);
    String otherwise = house.getOrDefault("*", USUAL.getOrDefault(ask.service(), "failed"));
    String outcome = house.getOrDefault(ask.service(), otherwise);
    return new Input.Told(outcome, values(ask.service(), outcome, repeats));
  }

  /** One value of each that the catalogue promises. */
  static Map<String, Value> values(String service, String outcome, long repeats) {
    var values = new HashMap<String, Value>();
    Services.named(service)
        .orElseThrow()
        .values(outcome)
        .forEach((name, kind) -> values.put(name, value(name, kind, repeats)));
    return values;
  }

  private static Value value(String name, Kind kind, long repeats) {
    return switch (kind) {
      case TEXT -> new Value.Text("原因", "a cause");
      case NUMBER -> new Value.Number(Set.of("repeats", "left").contains(name) ? repeats : 5);
      case AMOUNT -> new Value.Amount(new BigDecimal("86.40"));
      case DIGITS -> new Value.Digits(name.equals("account") ? "9900000001" : "20260301000001");
      case MOMENT -> new Value.Moment(Instant.EPOCH);
      case DAY -> new Value.Day(LocalDate.EPOCH);
      case WORD -> new Value.Word(name.equals("status") ? "dispatched" : "o-1");
    };
  }

  private boolean next(char opens) {
    boolean there = at < script.length() && script.charAt(at) == opens;
    if (there) {
      at++;
    }
    return there;
  }

  private String until(char closes) {
    int end = script.indexOf(closes, at);
    String text = script.substring(at, end);
    at = end + 1;
    return text;
  }

  private void hear(List<Spoken> spoken) {
    heard.addAll(Shipped.SPEAKER.sounds(spoken, Language.ZH));
  }
}
