package io.voltline.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberAnnouncementsTest {
  private static final AgentNo OLD = new AgentNo("1001");
  private static final AgentNo NEW = new AgentNo("1100");

  @TempDir private Path house = Path.of("");
  private final FakeVoice voice = new FakeVoice();

  @BeforeEach
  void prompts() throws IOException {
    for (String language : List.of("zh", "en")) {
      Path folder = Files.createDirectories(house.resolve(language).resolve("voltline"));
      Files.writeString(folder.resolve("agent-1001.alaw"), "a prompt");
    }
  }

  @Test
  void whoHasAPromptIsAnnouncedByItAndNothingIsSpoken() {
    NumberAnnouncements numbers = numbers();
    numbers.prepare(List.of(OLD));
    assertThat(numbers.of(OLD, Language.ZH)).contains("agent-1001");
    assertThat(numbers.of(OLD, Language.EN)).contains("agent-1001");
    assertThat(voice.spoken).isEmpty();
  }

  @Test
  void whoHasNoneIsSpokenAheadOnceInBothLanguages() {
    NumberAnnouncements numbers = numbers();
    assertThat(numbers.of(NEW, Language.ZH)).isEmpty();
    numbers.prepare(List.of(NEW));
    numbers.prepare(List.of(NEW));
    assertThat(voice.spoken).containsExactly("zh 工号1100，为您服务。", "en Agent 1 1 0 0 speaking.");
    assertThat(numbers.of(NEW, Language.ZH)).get().asString().startsWith("spoken/");
    assertThat(numbers.of(NEW, Language.EN)).isNotEqualTo(numbers.of(NEW, Language.ZH));
  }

  private NumberAnnouncements numbers() {
    var folder = new SoundFolder(house.resolve("spoken"), 1_000_000, InstantSource.system());
    var texts =
        new SpokenTexts(voice, folder, Duration.ofSeconds(60), 2, new SimpleMeterRegistry());
    return new NumberAnnouncements(
        house, new Bilingual("工号{n}，为您服务。", "Agent {n} speaking."), texts);
  }
}
