package io.voltline.engine.call.flow;

import io.voltline.domain.flow.Prompts;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The prompts named in {@code sounds/manifest.json}. */
final class PromptManifest implements Prompts {

  private record Spoken(String id, Language language) {}

  private final Set<Spoken> spoken = new HashSet<>();

  /**
   * @throws IOException when the file cannot be read or is no manifest
   */
  PromptManifest(Path file) throws IOException {
    try {
      JsonNode prompts = JsonMapper.shared().readTree(Files.readString(file)).path("prompts");
      for (JsonNode prompt : prompts) {
        for (Language language : Language.values()) {
          if (!prompt.path(language.code()).asString("").isBlank()) {
            spoken.add(new Spoken(prompt.path("id").asString(""), language));
          }
        }
      }
    } catch (JacksonException e) {
      throw new IOException(file.getFileName() + ": " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public boolean has(String id, Language language) {
    return spoken.contains(new Spoken(id, language));
  }
}
