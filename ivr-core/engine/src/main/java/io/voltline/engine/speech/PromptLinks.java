package io.voltline.engine.speech;

import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prompts that the house has its own sounds for, as the switch looks for them: a link for each
 * to a whole sound, so that whoever is hearing the one before hears it to its end. Where there is
 * no link the switch goes on to the product's own.
 *
 * @param house has a folder for each language
 * @param kept where the links lead
 */
record PromptLinks(Path house, SoundFiles kept) {
  private static final Logger log = LoggerFactory.getLogger(PromptLinks.class);
  private static final List<String> LAWS = List.of(SoundFiles.ALAW, SoundFiles.ULAW);

  /** Where a prompt's link is, if there is one. */
  Path file(PromptKey prompt, String law) {
    return folder(prompt.language()).resolve(prompt.id() + law);
  }

  /** Makes the links of a language be these and no others. */
  void follow(Language language, Map<PromptKey, String> sounds) throws IOException {
    for (Path link : links(language)) {
      var prompt = new PromptKey(SoundFiles.nameOf(link), language);
      String sound = sounds.get(prompt);
      if (sound == null || !kept.whole(sound)) {
        Files.deleteIfExists(link);
      }
    }
    for (Map.Entry<PromptKey, String> one : sounds.entrySet()) {
      if (one.getKey().language() == language) {
        lead(one.getKey(), one.getValue());
      }
    }
  }

  private void lead(PromptKey prompt, String sound) throws IOException {
    if (!kept.whole(sound)) {
      log.error("prompt {}: its sound {} is lost, callers hear the product's own", prompt, sound);
      return;
    }
    for (String law : LAWS) {
      Path link = file(prompt, law);
      Path target = folder(prompt.language()).relativize(kept.file(sound, law));
      if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(target)) {
        Path fresh = house.resolve(UUID.randomUUID() + SoundFiles.PART);
        Files.createSymbolicLink(fresh, target);
        Files.move(
            fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private List<Path> links(Language language) throws IOException {
    try (Stream<Path> all = Files.list(folder(language))) {
      return all.filter(link -> Files.exists(link, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  private Path folder(Language language) {
    return house.resolve(language.code()).resolve("voltline");
  }
}
