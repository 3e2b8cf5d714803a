package io.voltline.engine.call.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the fields of one JSON object and collects what is wrong with them. A field that is missing
 * or of the wrong kind yields a stand-in, so that one pass tells every mistake.
 */
final class Fields {

  private final String file;
  private final String node;
  private final JsonValue.Group object;
  private final List<FlowProblem> problems;
  private final Set<String> taken = new HashSet<>();

  Fields(String file, String node, JsonValue value, List<FlowProblem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
    if (value instanceof JsonValue.Group fields) {
      object = fields;
    } else {
      object = new JsonValue.Group(value.line(), Map.of());
      wrong(value.line(), "must be an object");
    }
  }

  int line() {
    return object.line();
  }

  String text(String name) {
    return switch (required(name)) {
      case JsonValue.Text text -> text.value();
      case JsonValue.Other missing when missing.line() == 0 -> "";
      case JsonValue other -> mistyped(other, name, "text", "");
    };
  }

  /** A text that {@code make} turns into a value or refuses with an IllegalArgumentException. */
  <T> T value(String name, Function<String, T> make, T standIn) {
    int before = problems.size();
    String text = text(name);
    if (problems.size() > before) {
      return standIn;
    }
    try {
      return make.apply(text);
    } catch (IllegalArgumentException _) {
      wrong(lineOf(name), name + " cannot be '" + text + "'");
      return standIn;
    }
  }

  int number(String name) {
    return switch (required(name)) {
      case JsonValue.Whole number when number.value() == (int) number.value() ->
          (int) number.value();
      case JsonValue.Other missing when missing.line() == 0 -> 1;
      case JsonValue other -> mistyped(other, name, "a whole number", 1);
    };
  }

  List<String> texts(String name) {
    if (!object.fields().containsKey(name)) {
      taken.add(name);
      return List.of();
    }
    if (!(required(name) instanceof JsonValue.Array array)) {
      return mistyped(required(name), name, "a list of texts", List.of());
    }
    var texts = new ArrayList<String>();
    for (JsonValue value : array.values()) {
      if (value instanceof JsonValue.Text text) {
        texts.add(text.value());
      } else {
        wrong(value.line(), name + " must be a list of texts");
      }
    }
    return texts;
  }

  Map<Character, String> keys(String name) {
    if (!(required(name) instanceof JsonValue.Group keys)) {
      return mistyped(required(name), name, "an object from key to node", Map.of());
    }
    var targets = new LinkedHashMap<Character, String>();
    keys.fields()
        .forEach(
            (key, value) -> {
              if (key.length() == 1 && value instanceof JsonValue.Text target) {
                targets.put(key.charAt(0), target.value());
              } else {
                wrong(value.line(), name + " must lead from one key each to a node");
              }
            });
    return targets;
  }

  Map<String, JsonValue> objects(String name) {
    return required(name) instanceof JsonValue.Group map
        ? map.fields()
        : mistyped(required(name), name, "an object", Map.of());
  }

  void ignore(String name) {
    taken.add(name);
  }

  /** Whatever was not taken is a misspelling. */
  void nothingElse() {
    object
        .fields()
        .forEach(
            (name, value) -> {
              if (!taken.contains(name)) {
                wrong(value.line(), "unknown field '" + name + "'");
              }
            });
  }

  void wrong(int line, String message) {
    var problem = new FlowProblem(file, line, node, message);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  int lineOf(String name) {
    JsonValue value = object.fields().get(name);
    return value == null ? object.line() : value.line();
  }

  private JsonValue required(String name) {
    taken.add(name);
    JsonValue value = object.fields().get(name);
    if (value != null) {
      return value;
    }
    wrong(object.line(), "field '" + name + "' is missing");
    return new JsonValue.Other(0);
  }

  private <T> T mistyped(JsonValue value, String name, String kind, T standIn) {
    if (value.line() > 0) {
      wrong(value.line(), name + " must be " + kind);
    }
    return standIn;
  }
}
