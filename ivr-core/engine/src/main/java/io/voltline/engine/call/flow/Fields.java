package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Manner;
import io.voltline.domain.flow.Phrase;
import io.voltline.domain.flow.Source;
import io.voltline.domain.flow.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes the fields of one JSON object and collects what is wrong with them. A field that is missing
 * or of the wrong kind yields a stand-in, so that one pass tells every mistake.
 */
final class Fields {

  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final Pattern TOLD = Pattern.compile("\\{([^:}]*)(?::([^}]*))?}");
  private static final Map<String, Manner> MANNERS =
      Stream.of(Manner.values())
          .collect(Collectors.toMap(it -> it.name().toLowerCase(Locale.ROOT), it -> it));

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

  boolean has(String name) {
    return object.fields().containsKey(name);
  }

  /** A text that may be left out. */
  Optional<String> optional(String name) {
    taken.add(name);
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** The name of a value. */
  String name(String field) {
    return value(
        field,
        text -> {
          if (!text.matches(NAME)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        },
        "");
  }

  /** Prompts by their ids; none when the field is left out. */
  List<Phrase> prompts(String name) {
    List<Phrase> phrases = phrases(name);
    phrases.stream()
        .filter(Phrase.Told.class::isInstance)
        .forEach(
            told ->
                wrong(
                    lineOf(name),
                    "reads the value '" + ((Phrase.Told) told).variable() + "', as only say does"));
    return phrases;
  }

  /** Prompts by their ids, and values as {@code {name}} or {@code {name:manner}}. */
  List<Phrase> phrases(String name) {
    var phrases = new ArrayList<Phrase>();
    for (String text : texts(name)) {
      Matcher value = TOLD.matcher(text);
      if (!value.matches()) {
        phrases.add(new Phrase.Fixed(text));
        continue;
      }
      String manner = value.group(2) == null ? "plain" : value.group(2);
      if (MANNERS.containsKey(manner)) {
        phrases.add(new Phrase.Told(value.group(1), MANNERS.get(manner)));
      } else {
        wrong(lineOf(name), "nothing is read as '" + manner + "'");
      }
    }
    return phrases;
  }

  /** Where each outcome leads; none when the field is left out. */
  Map<String, String> targets(String name) {
    return map(name, "lead from an outcome each to a node");
  }

  /** Where each value comes from; none when the field is left out. */
  Map<String, Source> sources(String name) {
    var sources = new LinkedHashMap<String, Source>();
    map(name, "be texts by name")
        .forEach(
            (key, text) -> source(name + " " + key, text).ifPresent(it -> sources.put(key, it)));
    return sources;
  }

  /** Where one value comes from; a number is one. */
  Source source(String name) {
    var nothing = new Source.Variable("");
    if (object.fields().get(name) instanceof JsonValue.Whole number) {
      taken.add(name);
      return new Source.Literal(new Value.Number(number.value()));
    }
    return has(name)
        ? source(name, text(name)).orElse(nothing)
        : value(name, _ -> nothing, nothing);
  }

  private Optional<Source> source(String what, String text) {
    try {
      return Optional.of(NodeReader.source(text));
    } catch (IllegalArgumentException _) {
      wrong(object.line(), what + " cannot be '" + text + "'");
      return Optional.empty();
    }
  }

  private Map<String, String> map(String name, String must) {
    taken.add(name);
    if (!has(name)) {
      return Map.of();
    }
    var texts = new LinkedHashMap<String, String>();
    objects(name)
        .forEach(
            (key, value) -> {
              if (value instanceof JsonValue.Text text) {
                texts.put(key, text.value());
              } else {
                wrong(value.line(), name + " must " + must);
              }
            });
    return texts;
  }

  /** The objects of a list. */
  List<Fields> each(String name) {
    if (!(required(name) instanceof JsonValue.Array array)) {
      return mistyped(required(name), name, "a list of objects", List.of());
    }
    return array.values().stream().map(value -> new Fields(file, node, value, problems)).toList();
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
