package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** How prompts sound. May block. */
public final class PromptSounds {
  private final Path folder;
  private final Map<String, String> firsts;

  /**
   * Sounds in a folder that has one for each language.
   *
   * @param firsts of each prompt by its written id, the id of the first it stands for
   */
  public PromptSounds(Path folder, Map<String, String> firsts) {
    this.folder = folder;
    this.firsts = Map.copyOf(firsts);
  }

  /**
   * A prompt as a WAV file; of one that stands for several, the first.
   *
   * @return empty when there is no such prompt, or no sound of it in the language
   * @throws IOException when the sound can't be read
   */
  public Optional<byte[]> wav(String id, Language language) throws IOException {
    String first = firsts.get(id);
    if (first == null) {
      return Optional.empty();
    }
    Path sound =
        folder.resolve(language.code()).resolve("voltline").resolve(first + SoundFiles.ALAW);
    return Files.exists(sound)
        ? Optional.of(TelephoneSound.wav(Files.readAllBytes(sound)))
        : Optional.empty();
  }
}
