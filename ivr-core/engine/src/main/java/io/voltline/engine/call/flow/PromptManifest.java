package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Prompts;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The prompts named in {@code sounds/manifest.json}. One with numbers {@code from} and {@code to}
 * stands for a prompt with each of them in the place of {@code {n}}.
 */
public final class PromptManifest implements Prompts {

  private record Spoken(String id, Language language) {}

  /** The numbers for which an entry stands, both included. */
  public record Numbers(int from, int to) {}

  /** A prompt as it is written; {@code {n}} in it stands for numbers. */
  public record Text(String id, Optional<Numbers> numbers, Bilingual text) {

    /** The prompts it stands for, by their ids. */
    public Map<String, Bilingual> prompts() {
      var all = new LinkedHashMap<String, Bilingual>();
      numbers.ifPresentOrElse(
          range ->
              IntStream.rangeClosed(range.from(), range.to())
                  .mapToObj(Integer::toString)
                  .forEach(n -> all.put(id.replace(N, n), numbered(n))),
          () -> all.put(id, text));
      return all;
    }

    private Bilingual numbered(String n) {
      return new Bilingual(text.zh().replace(N, n), text.en().replace(N, n));
    }
  }

  private static final String N = "{n}";
  private final Bilingual agent;
  private final Set<Spoken> spoken = new HashSet<>();
  private final List<Text> texts = new ArrayList<>();

  /**
   * Reads a manifest.
   *
   * @throws IOException when the file cannot be read or is no manifest
   */
  public PromptManifest(Path file) throws IOException {
    try {
      JsonNode manifest = JsonMapper.shared().readTree(Files.readString(file));
      agent = both(manifest.path("agent"));
      for (JsonNode prompt : manifest.path("prompts")) {
        texts.add(new Text(prompt.path("id").asString(""), numbers(prompt), both(prompt)));
      }
      for (Text text : texts) {
        for (String id : text.prompts().keySet()) {
          speaks(id, Language.ZH, text.text().zh());
          speaks(id, Language.EN, text.text().en());
        }
      }
    } catch (JacksonException e) {
      throw new IOException(file.getFileName() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Bilingual both(JsonNode text) {
    return new Bilingual(text.path("zh").asString(""), text.path("en").asString(""));
  }

  private static Optional<Numbers> numbers(JsonNode prompt) {
    return prompt.has("from")
        ? Optional.of(new Numbers(prompt.path("from").asInt(), prompt.path("to").asInt()))
        : Optional.empty();
  }

  private void speaks(String id, Language language, String text) {
    if (!text.isBlank()) {
      spoken.add(new Spoken(id, language));
    }
  }

  /** How an agent's number is announced, with {@code {n}} in its place. */
  public Bilingual agent() {
    return agent;
  }

  /** In the order of the manifest. */
  public List<Text> texts() {
    return List.copyOf(texts);
  }

  @Override
  public boolean has(String id, Language language) {
    return spoken.contains(new Spoken(id, language));
  }
}
