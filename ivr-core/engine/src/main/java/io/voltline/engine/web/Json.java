package io.voltline.engine.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.buffer.Buffer;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.workorder.WorkOrderAction;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON as the API speaks it: ids as text, moments in ISO 8601, durations in seconds, what is absent
 * left out.
 */
final class Json {
  private static final JsonMapper MAPPER = mapper(Personal::text);
  private static final JsonMapper MASKING = mapper(Personal::masked);

  private Json() {}

  private static JsonMapper mapper(Function<Personal, String> personal) {
    return JsonMapper.builder()
        .addModule(values(personal))
        .changeDefaultPropertyInclusion(
            usual -> usual.withValueInclusion(JsonInclude.Include.NON_ABSENT))
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  static Buffer write(Object value) {
    return Buffer.buffer(MAPPER.writeValueAsBytes(value));
  }

  /** As somebody of this role may read it. */
  static Buffer write(Object value, Role reader) {
    return reader.seesPersonalData()
        ? write(value)
        : Buffer.buffer(MASKING.writeValueAsBytes(value));
  }

  static <T> T read(Buffer json, Class<T> type) {
    return MAPPER.readValue(json.getBytes(), type);
  }

  /** Throws BadInput that names line and column when this is no JSON. */
  static void check(Buffer json) {
    try {
      MAPPER.readTree(json.getBytes());
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new BadInput(
          "no JSON at line %d, column %d: %s"
              .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()));
    }
  }

  private static SimpleModule values(Function<Personal, String> personal) {
    var module = new SimpleModule();
    text(module, AccountNo.class, AccountNo::value);
    text(module, AgentNo.class, AgentNo::value);
    text(module, CallId.class, CallId::value);
    text(module, QueueId.class, QueueId::value);
    text(module, SkillId.class, SkillId::value);
    text(module, RecordingId.class, RecordingId::value);
    text(module, WorkOrderNo.class, WorkOrderNo::value);
    text(module, PhoneNumber.class, number -> personal.apply(Personal.number(number)));
    text(module, Personal.class, personal);
    text(module, Money.class, Money::toString);
    text(module, Language.class, Language::code);
    text(module, Role.class, Role::code);
    text(module, PhoneKind.class, PhoneKind::code);
    text(module, WorkOrderAction.class, WorkOrderAction::code);
    module.addSerializer(Duration.class, new Seconds());
    return module;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> text) {
    module.addSerializer(type, new Text<>(type, text));
  }

  private static final class Text<T> extends StdSerializer<T> {
    private final Function<T, String> text;

    Text(Class<T> type, Function<T, String> text) {
      super(type);
      this.text = text;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(text.apply(value));
    }
  }

  private static final class Seconds extends StdSerializer<Duration> {
    Seconds() {
      super(Duration.class);
    }

    @Override
    public void serialize(Duration value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(value.toMillis() / 1000.0);
    }
  }
}
