package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Short messages as people read them, {@code sms-templates.json}. A template has several variants;
 * the first is taken of which every value is known.
 */
final class SmsTemplates {
  /** {@code {due}}, or {@code {month|month}} for a day of which only the month is meant. */
  private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)(\\|month)?}");

  private record File(Map<String, List<Bilingual>> templates, Map<String, Bilingual> words) {}

  private final File file;
  private final ZoneId zone;

  private SmsTemplates(File file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  static SmsTemplates read(ZoneId zone) {
    try (InputStream in =
        Objects.requireNonNull(SmsTemplates.class.getResourceAsStream("/sms-templates.json"))) {
      return new SmsTemplates(JsonMapper.shared().readValue(in, File.class), zone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ids of the templates there are. */
  Set<String> names() {
    return file.templates().keySet();
  }

  /** The message; empty when there is no such template or too little is known for it. */
  Optional<String> text(String template, Language language, Map<String, Value> values) {
    return Optional.ofNullable(file.templates().get(template)).orElse(List.of()).stream()
        .map(variant -> in(language, variant))
        .filter(text -> PLACE.matcher(text).results().allMatch(p -> values.containsKey(p.group(1))))
        .findFirst()
        .map(text -> filled(text, language, values));
  }

  private static String in(Language language, Bilingual text) {
    return language == Language.ZH ? text.zh() : text.en();
  }

  private String filled(String text, Language language, Map<String, Value> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    written(
                        place.group(1),
                        Objects.requireNonNull(values.get(place.group(1))),
                        place.group(2) != null,
                        language)));
  }

  private String written(String name, Value value, boolean month, Language language) {
    return switch (value) {
      case Value.Text text -> in(language, new Bilingual(text.zh(), text.en()));
      case Value.Recorded recorded -> written(name, recorded.text(), month, language);
      case Value.Number number -> Long.toString(number.value());
      case Value.Amount amount -> amount.yuan().setScale(2, RoundingMode.HALF_UP).toPlainString();
      case Value.Digits digits -> digits.digits();
      case Value.Moment moment ->
          format(language, "M月d日HH:mm", "d MMM, HH:mm").format(moment.at().atZone(zone));
      case Value.Day day ->
          (month
                  ? format(language, "yyyy年M月", "MMMM yyyy")
                  : format(language, "yyyy年M月d日", "d MMM yyyy"))
              .format(day.day());
      case Value.Word word ->
          Optional.ofNullable(file.words().get(name + "-" + word.word()))
              .map(text -> in(language, text))
              .orElse(word.word());
    };
  }

  private static DateTimeFormatter format(Language language, String zh, String en) {
    return language == Language.ZH
        ? DateTimeFormatter.ofPattern(zh, Locale.CHINA)
        : DateTimeFormatter.ofPattern(en, Locale.ENGLISH);
  }
}
