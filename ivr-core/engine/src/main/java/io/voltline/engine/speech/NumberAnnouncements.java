package io.voltline.engine.speech;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * The number of an agent, which caller and agent hear before they talk: a prompt of the house, or a
 * text that is spoken ahead for whom it has none, such as accounts made at the desk.
 */
public final class NumberAnnouncements {
  private final Path prompts;
  private final Bilingual text;
  private final SpokenTexts texts;

  /**
   * Announcements.
   *
   * @param prompts the folder that has one for each language
   * @param text what is said, with {@code {n}} in the place of the number; nothing where it is
   *     empty
   */
  public NumberAnnouncements(Path prompts, Bilingual text, SpokenTexts texts) {
    this.prompts = prompts;
    this.text = text;
    this.texts = texts;
  }

  /** The sound, to be played like a prompt's id; empty while there is none. Waits for no voice. */
  public Optional<String> of(AgentNo agent, Language language) {
    String prompt = "agent-" + agent;
    Path recorded =
        prompts.resolve(language.code()).resolve("voltline").resolve(prompt + SoundFiles.ALAW);
    return Files.exists(recorded)
        ? Optional.of(prompt)
        : texts.kept(language, text(agent, language));
  }

  /** Has the sounds made that are not there yet. May block. */
  public void prepare(Collection<AgentNo> agents) {
    for (AgentNo agent : agents) {
      for (Language language : Language.values()) {
        String said = text(agent, language);
        if (!said.isEmpty() && of(agent, language).isEmpty()) {
          texts.sound(language, said);
        }
      }
    }
  }

  /** English says it digit by digit; Chinese does so by itself with numbers of four digits. */
  private String text(AgentNo agent, Language language) {
    return switch (language) {
      case ZH -> text.zh().replace("{n}", agent.value());
      case EN -> text.en().replace("{n}", String.join(" ", agent.value().split("")));
    };
  }
}
