package io.voltline.engine.call.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** JSON that remembers the line each value stands on. */
sealed interface JsonValue {

  /** From 1. */
  int line();

  record Text(int line, String value) implements JsonValue {}

  record Whole(int line, long value) implements JsonValue {}

  record Array(int line, List<JsonValue> values) implements JsonValue {}

  record Group(int line, Map<String, JsonValue> fields) implements JsonValue {}

  /** A value no file of ours uses: a fraction, true, false or null. */
  record Other(int line) implements JsonValue {}

  /**
   * Reads one document.
   *
   * @throws StreamReadException with its place, when the text is no JSON or names a field twice
   */
  static JsonValue parse(String json) {
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      JsonValue value = value(parser);
      parser.nextToken();
      return value;
    }
  }

  private static JsonValue value(JsonParser parser) {
    int line = parser.currentTokenLocation().getLineNr();
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          fields.put(name, value(parser));
        }
        yield new Group(line, fields);
      }
      case START_ARRAY -> {
        var values = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser));
        }
        yield new Array(line, values);
      }
      case VALUE_STRING -> new Text(line, parser.getString());
      case VALUE_NUMBER_INT -> new Whole(line, parser.getLongValue());
      case null -> new Other(line);
      default -> new Other(line);
    };
  }
}
