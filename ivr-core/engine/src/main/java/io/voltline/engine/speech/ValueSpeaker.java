package io.voltline.engine.speech;

import io.voltline.domain.flow.Manner;
import io.voltline.domain.flow.Spoken;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.speech.Reading;
import io.voltline.engine.call.Speaker;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says prompts as they are, values by recorded words, free text by a voice. */
public final class ValueSpeaker implements Speaker {
  private static final Logger log = LoggerFactory.getLogger(ValueSpeaker.class);

  /** Heard in the place of a text that could not be spoken. */
  static final String UNSPOKEN = "text-unspoken";

  private final TextToSpeech texts;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Waits for a text as long as {@code texts} does; anything else is said at once.
   *
   * @param zone in which days begin and end
   */
  public ValueSpeaker(TextToSpeech texts, InstantSource clock, ZoneId zone) {
    this.texts = texts;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public List<String> sounds(List<Spoken> spoken, Language language) {
    return spoken.stream()
        .flatMap(
            piece ->
                switch (piece) {
                  case Spoken.Prompt prompt -> Stream.of(prompt.id());
                  case Spoken.Read read -> read(read, language).stream();
                })
        .toList();
  }

  private List<String> read(Spoken.Read read, Language language) {
    Reading reading = Reading.in(language);
    Instant now = clock.instant();
    LocalDate today = now.atZone(zone).toLocalDate();
    Manner manner = read.manner();
    return switch (read.value()) {
      case Value.Text text -> List.of(text(text, language));
      case Value.Recorded recorded ->
          List.of(
              Optional.ofNullable(recorded.sounds().get(language))
                  .orElseGet(() -> text(recorded.text(), language)));
      case Value.Number(long number) -> number(reading, number, manner);
      case Value.Amount(BigDecimal yuan) ->
          manner == Manner.COLLOQUIAL ? reading.moneySpoken(yuan) : reading.money(yuan);
      case Value.Digits(String digits) -> reading.digits(digits);
      case Value.Moment(Instant at) -> reading.moment(at, now, zone);
      case Value.Day(LocalDate day) ->
          manner == Manner.MONTH
              ? reading.month(YearMonth.from(day), today)
              : reading.day(day, today);
      case Value.Word(String word) -> unreadable(word);
    };
  }

  private static List<String> number(Reading reading, long number, Manner manner) {
    return switch (manner) {
      case DIGITS -> reading.digits(Long.toString(number));
      case ORDINAL -> reading.ordinal(number);
      case COUNT -> reading.counted(number);
      case ENERGY -> reading.energy(number);
      case PLAIN, COLLOQUIAL, MONTH -> reading.number(number);
    };
  }

  /** In the other language when there is none in this one: better than nothing. */
  private String text(Value.Text text, Language language) {
    Language other = language == Language.ZH ? Language.EN : Language.ZH;
    return of(text, language).isBlank() && !of(text, other).isBlank()
        ? spoken(text, other)
        : spoken(text, language);
  }

  private String spoken(Value.Text text, Language language) {
    return texts.sound(language, of(text, language)).orElse(UNSPOKEN);
  }

  private static String of(Value.Text text, Language language) {
    return switch (language) {
      case ZH -> text.zh();
      case EN -> text.en();
    };
  }

  private static List<String> unreadable(String word) {
    log.error("left out: '{}', a word has a prompt of its own", word);
    return List.of();
  }
}
