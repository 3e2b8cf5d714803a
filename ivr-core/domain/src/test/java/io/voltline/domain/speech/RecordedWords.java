package io.voltline.domain.speech;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The recorded words of the shipped manifest, which stand one a line. */
final class RecordedWords {
  private static final Pattern LINE = Pattern.compile("\\{ \"id\": \"(say-[a-z0-9-]+)\".* }");

  private final Map<String, String> texts = new TreeMap<>();

  RecordedWords(Language language) throws IOException {
    Pattern text = Pattern.compile("\"" + language.code() + "\": \"([^\"]+)\"");
    for (String line : Files.readAllLines(Path.of("../../sounds/manifest.json"))) {
      Matcher word = LINE.matcher(line);
      Matcher spoken = text.matcher(line);
      if (word.find() && spoken.find()) {
        texts.put(word.group(1), spoken.group(1));
      }
    }
  }

  /** What the prompts say, as written in the manifest; one that is missing stands out. */
  String joined(List<String> prompts, Language language) {
    return prompts.stream()
        .map(prompt -> texts.getOrDefault(prompt, "<" + prompt + "?>"))
        .collect(Collectors.joining(language == Language.ZH ? "" : " "))
        .replace(" ,", ",");
  }

  Map<String, String> all() {
    return texts;
  }
}
