package io.voltline.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Kind;
import io.voltline.domain.flow.Manner;
import io.voltline.domain.flow.Spoken;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Language;
import io.voltline.engine.call.flow.PromptManifest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ValueSpeakerTest {
  private static final Instant NOW = Instant.parse("2026-07-03T01:00:00Z");

  private final List<String> asked = new ArrayList<>();
  private boolean silent;
  private final ValueSpeaker speaker =
      new ValueSpeaker(
          (language, text) -> {
            asked.add(language.code() + " " + text);
            return silent ? Optional.empty() : Optional.of("spoken/" + asked.size());
          },
          () -> NOW,
          ZoneId.of("Asia/Shanghai"));

  @Test
  void promptsAndValuesFollowOneAnotherInTheirOrder() {
    List<Spoken> spoken =
        List.of(
            new Spoken.Prompt("outage-because"),
            read(new Value.Text("线路检修", "line work"), Manner.PLAIN),
            new Spoken.Prompt("outage-back"),
            read(new Value.Moment(Instant.parse("2026-07-03T07:20:00Z")), Manner.PLAIN));

    assertThat(speaker.sounds(spoken, Language.ZH))
        .containsExactly(
            "outage-because",
            "spoken/1",
            "outage-back",
            "say-today",
            "say-afternoon",
            "say-hour-3",
            "say-20",
            "say-fen");
    assertThat(asked).containsExactly("zh 线路检修");
  }

  @ParameterizedTest(name = "{0} {1} as {2}")
  @CsvSource({
    "NUMBER, 2, PLAIN, say-2",
    "NUMBER, 2, COUNT, say-two-of",
    "NUMBER, 2, ENERGY, say-two-of say-kwh",
    "NUMBER, 2, ORDINAL, say-ordinal say-2",
    "NUMBER, 12, DIGITS, say-yao say-2",
    "AMOUNT, 5.30, PLAIN, say-5 say-yuan say-3 say-jiao",
    "AMOUNT, 5.30, COLLOQUIAL, say-5 say-kuai say-3 say-mao",
    "DIGITS, 1001, PLAIN, say-yao say-0 say-0 say-yao",
    "DIGITS, 1001, DIGITS, say-yao say-0 say-0 say-yao",
    "DAY, 2026-07-04, PLAIN, say-month-7 say-day-4",
    "DAY, 2026-07-04, MONTH, say-month-7"
  })
  void valuesAreReadInTheMannerAskedFor(Kind kind, String value, Manner manner, String sounds) {
    assertThat(heard(Language.ZH, read(value(kind, value), manner)))
        .isEqualTo(List.of(sounds.split(" ", -1)));
  }

  /** Whatever the manner, nothing is left out and nothing is missing on the disk. */
  @ParameterizedTest
  @EnumSource
  void everyKindCanBeReadInEveryMannerThatSuitsIt(Language language) throws IOException {
    var manifest = new PromptManifest(Path.of("../../sounds/manifest.json"));
    for (Kind kind : Kind.values()) {
      if (kind == Kind.WORD) {
        continue;
      }
      Value value = value(kind, kind == Kind.DAY ? "2026-07-04" : "12");
      for (Manner manner : Stream.of(Manner.values()).filter(kind::suits).toList()) {
        assertThat(heard(language, read(value, manner)))
            .as("%s as %s", kind, manner)
            .isNotEmpty()
            .allSatisfy(
                sound ->
                    assertThat(sound.startsWith("spoken/") || manifest.has(sound, language))
                        .as(sound)
                        .isTrue());
      }
    }
  }

  @Test
  void aTextThatCannotBeSpokenIsSaidToBeSo() throws IOException {
    silent = true;
    var manifest = new PromptManifest(Path.of("../../sounds/manifest.json"));

    assertThat(heard(Language.EN, read(new Value.Text("线路检修", "line work"), Manner.PLAIN)))
        .containsExactly(ValueSpeaker.UNSPOKEN);
    assertThat(manifest.has(ValueSpeaker.UNSPOKEN, Language.ZH)).isTrue();
    assertThat(manifest.has(ValueSpeaker.UNSPOKEN, Language.EN)).isTrue();
  }

  @Test
  void aTextInOneLanguageOnlyIsSpokenInThatOne() {
    heard(Language.EN, read(new Value.Text("线路检修", ""), Manner.PLAIN));

    assertThat(asked).containsExactly("zh 线路检修");
  }

  @Test
  void whatSomebodySaidIsHeardInTheLanguageTheySaidItIn() {
    var said =
        new Value.Recorded(
            new Value.Text("台风预警", "typhoon"), Map.of(Language.ZH, "notices/a1-zh-1"));

    assertThat(heard(Language.ZH, read(said, Manner.PLAIN))).containsExactly("notices/a1-zh-1");
    assertThat(asked).isEmpty();
    heard(Language.EN, read(said, Manner.PLAIN));
    assertThat(asked).containsExactly("en typhoon");
  }

  private List<String> heard(Language language, Spoken spoken) {
    return speaker.sounds(List.of(spoken), language);
  }

  private static Spoken read(Value value, Manner manner) {
    return new Spoken.Read(value, manner);
  }

  private static Value value(Kind kind, String text) {
    return switch (kind) {
      case TEXT -> new Value.Text(text, text);
      case NUMBER -> new Value.Number(Long.parseLong(text));
      case AMOUNT -> new Value.Amount(new BigDecimal(text));
      case DIGITS -> new Value.Digits(text);
      case MOMENT -> new Value.Moment(NOW);
      case DAY -> new Value.Day(LocalDate.parse(text));
      case WORD -> new Value.Word(text);
    };
  }
}
