package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.HousePrompt;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.speech.PromptKey;
import io.voltline.engine.speech.PromptSounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prompts that were changed, with their trail. */
final class KeptPromptsIT {
  private static final PromptKey WELCOME = new PromptKey("welcome", Language.ZH);
  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");
  private static final Optional<Instant> NEVER = Optional.empty();
  private Database database;
  private SqlKeptPrompts kept;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    kept = new SqlKeptPrompts(database);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aChangeIsKeptWithBothSidesAsLongAsItRestsOnWhatStands() throws Exception {
    HousePrompt spoken = own("大家好", Optional.empty(), NOW);
    HousePrompt said = own("你们好", Optional.of("said.wav"), NOW.plusMillis(1));
    assertThat(set(Optional.of(spoken), NEVER)).isTrue();
    assertThat(set(Optional.of(said), NEVER)).as("overtaken").isFalse();
    assertThat(kept.all()).containsExactly(spoken);
    assertThat(set(Optional.of(said), Optional.of(NOW))).isTrue();
    assertThat(set(Optional.of(said), Optional.of(said.at()))).as("the same again").isTrue();
    assertThat(kept.all()).containsExactly(said);
    assertThat(set(Optional.empty(), Optional.of(NOW))).as("overtaken").isFalse();
    assertThat(set(Optional.empty(), Optional.of(said.at()))).isTrue();
    assertThat(set(Optional.empty(), NEVER)).as("put back again").isTrue();
    assertThat(kept.all()).isEmpty();

    List<Change> changes =
        new SqlChanges(database)
            .list(
                new Change.Search(
                    Optional.empty(), Optional.of("prompt"), Optional.empty(), NEVER, NEVER, 10));
    assertThat(changes).hasSize(3);
    Map<String, Object> product = Map.of("text", "您好", "source", "PRODUCT");
    assertThat(changes.getFirst().subject()).isEqualTo("welcome zh");
    assertThat(changes.getFirst().by()).isEqualTo("9001");
    assertThat(changes.getFirst().before()).isEqualTo(said.facts());
    assertThat(changes.getFirst().after()).isEqualTo(product);
    assertThat(changes.get(1).before()).isEqualTo(spoken.facts());
    assertThat(changes.get(1).after())
        .containsEntry("recording", "said.wav")
        .containsEntry("checksum", "1")
        .containsEntry("seconds", "1.3");
    assertThat(changes.getLast().before()).isEqualTo(product);
  }

  private boolean set(Optional<HousePrompt> wanted, Optional<Instant> seen) throws Refused {
    return kept.set(WELCOME, wanted, "您好", seen, by(), NOW);
  }

  private static HousePrompt own(String text, Optional<String> recording, Instant at) {
    var sound = new PromptSounds.Kept("p-1", Duration.ofMillis(1_250));
    return new HousePrompt(WELCOME, text, "您好", sound, recording, at, "9001");
  }

  private static Actor by() throws Refused {
    return Actor.of(
        new Account(
            new AgentNo("9001"), "测试", Role.ADMIN, PhoneKind.WEBRTC, List.of(), new Secret("s")),
        "10.0.0.9");
  }
}
