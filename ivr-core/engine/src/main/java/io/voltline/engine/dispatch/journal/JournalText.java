package io.voltline.engine.dispatch.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How a journal is written: JSON, ids and stamps as text, what is absent left out. */
final class JournalText {
  /** Of the lines' form; a journal of another is not read. */
  static final int VERSION = 1;

  private static final JsonMapper MAPPER = mapper();

  private JournalText() {}

  static String line(Line line) {
    return MAPPER.writerFor(Line.class).writeValueAsString(line);
  }

  /** Throws a JacksonException when this is no line of a journal. */
  static Line line(JsonNode json) {
    return MAPPER.treeToValue(json, Line.class);
  }

  static JsonNode tree(String line) {
    return MAPPER.readTree(line);
  }

  static String event(Event event) {
    return MAPPER.writerFor(Event.class).writeValueAsString(event);
  }

  static String command(Command command) {
    return MAPPER.writerFor(Command.class).writeValueAsString(command);
  }

  /** Eight hexadecimal digits that tell other commands, or another order of them, apart. */
  static String sum(List<Command> commands) {
    CRC32C sum = new CRC32C();
    for (Command command : commands) {
      sum.update(command(command).getBytes(StandardCharsets.UTF_8));
      sum.update('\n');
    }
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(values())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(
                usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .registerSubtypes(Names.ALL.toArray(NamedType[]::new));
    Names.FAMILIES.forEach(family -> builder.addMixIn(family, Names.Named.class));
    return builder.build();
  }

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule();
    text(module, AgentNo.class, AgentNo::value, AgentNo::new);
    text(module, CallId.class, CallId::value, CallId::new);
    text(module, QueueId.class, QueueId::value, QueueId::new);
    text(module, SkillId.class, SkillId::value, SkillId::new);
    text(module, OfferId.class, OfferId::toString, id -> new OfferId(Long.parseLong(id)));
    text(module, Demand.class, Demand::toString, Demand::parse);
    text(module, Stamp.class, JournalText::stamp, JournalText::stamp);
    module.addKeySerializer(QueueId.class, new Key());
    module.addKeyDeserializer(QueueId.class, new QueueKey());
    return module;
  }

  private static String stamp(Stamp stamp) {
    return stamp.seq() + " " + Instant.ofEpochMilli(stamp.atMillis());
  }

  private static Stamp stamp(String text) {
    String[] parts = text.split(" ", 2);
    try {
      return new Stamp(Long.parseLong(parts[0]), Instant.parse(parts[1]).toEpochMilli());
    } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a stamp: '" + text + "'", e);
    }
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(type, new Write<>(type, write));
    module.addDeserializer(type, new Read<>(type, read));
  }

  private static final class Write<T> extends StdSerializer<T> {
    private final Function<T, String> text;

    Write(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(text.apply(value));
    }
  }

  private static final class Read<T> extends StdDeserializer<T> {
    private final Function<String, T> value;

    Read(Class<T> type, Function<String, T> value) {
      super(type);
      this.value = value;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      String text = json.getString();
      try {
        return value.apply(text);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }

  private static final class Key extends StdSerializer<QueueId> {
    Key() {
      super(QueueId.class);
    }

    @Override
    public void serialize(QueueId value, JsonGenerator json, SerializationContext context) {
      json.writeName(value.value());
    }
  }

  private static final class QueueKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      return new QueueId(key);
    }
  }
}
