package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Prompts;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The prompts named in {@code sounds/manifest.json}. One with numbers {@code from} and {@code to}
 * stands for a prompt with each of them in the place of {@code {n}}.
 */
public final class PromptManifest implements Prompts {

  private record Spoken(String id, Language language) {}

  /**
   * A prompt as it is written; {@code {n}} in it stands for numbers.
   *
   * @param first the id of the prompt, or of the first it stands for
   */
  public record Text(String id, String first, Bilingual text) {}

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
        texts.add(
            new Text(
                prompt.path("id").asString(""), ids(prompt).findFirst().orElse(""), both(prompt)));
        for (Language language : Language.values()) {
          if (!prompt.path(language.code()).asString("").isBlank()) {
            ids(prompt).forEach(id -> spoken.add(new Spoken(id, language)));
          }
        }
      }
    } catch (JacksonException e) {
      throw new IOException(file.getFileName() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Bilingual both(JsonNode text) {
    return new Bilingual(text.path("zh").asString(""), text.path("en").asString(""));
  }

  private static Stream<String> ids(JsonNode prompt) {
    String id = prompt.path("id").asString("");
    return prompt.has("from")
        ? IntStream.rangeClosed(prompt.path("from").asInt(), prompt.path("to").asInt())
            .mapToObj(number -> id.replace("{n}", Integer.toString(number)))
        : Stream.of(id);
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
