package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Services;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SmsTemplatesTest {
  private static final Value REASON = new Value.Text("设备故障", "an equipment fault");
  private final SmsTemplates templates = SmsTemplates.read(ZoneId.of("Asia/Shanghai"));

  @Test
  void thereIsOneForEveryTemplateAFlowCanNameAndThoseOfTheSurvey() {
    assertThat(templates.names())
        .containsAll(Services.words("template").orElseThrow())
        .contains("survey", "survey-unclear", "survey-late")
        .hasSize(Services.words("template").orElseThrow().size() + 3);
  }

  @Test
  void anOutageIsToldWithItsTimeWhereThatIsKnown() {
    var back = new Value.Moment(Instant.parse("2026-11-21T07:05:00Z"));
    assertThat(text("outage", Language.ZH, Map.of("reason", REASON, "back", back)))
        .contains("设备故障", "预计11月21日15:05恢复");
    assertThat(text("outage", Language.EN, Map.of("reason", REASON, "back", back)))
        .contains("an equipment fault", "back 21 Nov, 15:05");
    assertThat(text("outage", Language.ZH, Map.of("reason", REASON))).contains("恢复时间尚未确定");
    assertThat(templates.text("outage", Language.ZH, Map.of("back", back))).isEmpty();
  }

  @Test
  void aBillIsToldInFigures() {
    Map<String, Value> values =
        Map.of(
            "account", new Value.Digits("9900000001"),
            "month", new Value.Day(LocalDate.parse("2026-10-01")),
            "kwh", new Value.Number(150),
            "amount", new Value.Amount(new BigDecimal("86.4")),
            "due", new Value.Day(LocalDate.parse("2026-11-15")));
    assertThat(text("bill", Language.ZH, values))
        .contains("户号9900000001，2026年10月用电150千瓦时，电费86.40元，缴费截止2026年11月15日");
    assertThat(text("bill", Language.EN, values))
        .contains(
            "Account 9900000001, October 2026: 150 kWh, 86.40 yuan, to be paid by 15 Nov 2026");
  }

  @Test
  void everyStatusHasWordsInBothLanguages() {
    for (String status : Services.words("status").orElseThrow()) {
      Map<String, Value> values =
          Map.of("order", new Value.Digits("20261121000001"), "status", new Value.Word(status));
      assertThat(text("order", Language.ZH, values)).doesNotContain(status);
      assertThat(text("order", Language.EN, values).toLowerCase(Locale.ROOT)).contains(" is ");
      assertThat(text("order", Language.EN, values)).doesNotContain("{");
    }
  }

  @Test
  void noTemplateOfThatNameIsNoMessage() {
    assertThat(templates.text("no-such-template", Language.ZH, Map.of())).isEmpty();
  }

  private String text(String template, Language language, Map<String, Value> values) {
    return templates.text(template, language, values).orElseThrow();
  }

  /** What a shipped flow gives to a message is enough for it. */
  @Test
  void everyMessageOfTheShippedFlowsCanBeWritten() throws IOException {
    int messages = 0;
    try (var files = Files.newDirectoryStream(Path.of("../../dialplans/ivr"), "*.json")) {
      for (Path file : files) {
        for (JsonNode node : JsonMapper.shared().readTree(file.toFile()).path("nodes")) {
          if (node.path("type").asString("").equals("sms")) {
            Map<String, Value> values = new HashMap<>();
            node.path("values").propertyNames().forEach(name -> values.put(name, REASON));
            assertThat(templates.text(node.path("template").asString(), Language.ZH, values))
                .as("%s: %s", file.getFileName(), node)
                .isPresent();
            messages++;
          }
        }
      }
    }
    assertThat(messages).isPositive();
  }
}
