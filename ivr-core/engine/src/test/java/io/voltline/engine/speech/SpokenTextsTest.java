package io.voltline.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpokenTextsTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path home = Path.of("");
  private final FakeVoice voice = new FakeVoice();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicLong seconds = new AtomicLong();
  private long mostBytes = 1_000_000;

  @Test
  void aTextBecomesASoundInBothLawsThatEverybodyMayRead() throws IOException {
    String sound = texts(LONG).sound(Language.ZH, "线路检修").orElseThrow();

    assertThat(sound).matches("spoken/[0-9a-f]{32}");
    for (String law : List.of(".alaw", ".ulaw")) {
      Path file = home.resolve(sound + law);
      assertThat(Files.size(file)).isGreaterThan(4_000);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-r--r--");
    }
    assertThat(voice.spoken).containsExactly("zh 线路检修");
  }

  @Test
  void aTextIsSpokenOnceAlsoAfterARestart() {
    Optional<String> first = texts(LONG).sound(Language.EN, "line work");
    var restarted = texts(LONG);

    assertThat(restarted.sound(Language.EN, "line work")).isEqualTo(first);
    assertThat(restarted.sound(Language.EN, " line\n work ")).isEqualTo(first);
    assertThat(voice.spoken).hasSize(1);
  }

  @Test
  void theSameTextInAnotherLanguageIsAnotherSound() {
    var texts = texts(LONG);

    assertThat(texts.sound(Language.EN, "SF6")).isNotEqualTo(texts.sound(Language.ZH, "SF6"));
  }

  @Test
  void callersWhoNeedOneTextAtOnceShareOneRendering() {
    var texts = texts(LONG);
    voice.may = new CountDownLatch(1);
    List<CompletableFuture<Optional<String>>> callers =
        IntStream.range(0, 20)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> texts.sound(Language.ZH, "线路检修"), Thread::startVirtualThread))
            .toList();
    await().until(() -> !voice.spoken.isEmpty());
    voice.may.countDown();

    assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isPresent());
    assertThat(voice.spoken).hasSize(1);
  }

  @Test
  void onlySoManyTextsAreSpokenAtOnce() {
    var texts = texts(LONG);
    voice.may = new CountDownLatch(1);
    List<CompletableFuture<Optional<String>>> callers =
        Stream.of("一", "二", "三")
            .map(
                text ->
                    CompletableFuture.supplyAsync(
                        () -> texts.sound(Language.ZH, text), Thread::startVirtualThread))
            .toList();
    await().until(() -> voice.spoken.size() == 2);
    await()
        .during(Duration.ofMillis(100))
        .atMost(Duration.ofSeconds(5))
        .until(() -> voice.spoken.size() == 2);
    voice.may.countDown();

    assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isPresent());
    assertThat(voice.spoken).hasSize(3);
  }

  @Test
  void whoWaitsTooLongGetsNothingAndTheNextCallerTheSound() {
    var texts = texts(Duration.ofMillis(1));
    voice.may = new CountDownLatch(1);

    assertThat(texts.sound(Language.ZH, "线路检修")).isEmpty();
    assertThat(metrics.counter("voltline.speech.texts", "outcome", "late").count()).isEqualTo(1);

    voice.may.countDown();
    await().until(() -> texts.sound(Language.ZH, "线路检修").isPresent());
    assertThat(voice.spoken).hasSize(1);
  }

  @Test
  void aVoiceThatFailsIsTriedAgainByTheNextCaller() {
    var texts = texts(LONG);
    voice.broken = true;
    assertThat(texts.sound(Language.ZH, "线路检修")).isEmpty();
    voice.broken = false;

    assertThat(texts.sound(Language.ZH, "线路检修")).isPresent();
  }

  @Test
  void nothingAndTooMuchIsNotSpoken() {
    assertThat(texts(LONG).sound(Language.ZH, " \n\t")).isEmpty();
    assertThat(texts(LONG).sound(Language.EN, "a".repeat(1_001))).isEmpty();
    assertThat(voice.spoken).isEmpty();
  }

  @Test
  void theSoundUnusedForLongestGoesFirstAlsoAfterARestart() throws IOException {
    // Three sounds of about 9,600 bytes in both laws.
    mostBytes = 30_000;
    var texts = texts(LONG);
    for (String text : List.of("一", "二", "三", "一")) {
      seconds.addAndGet(10);
      texts.sound(Language.ZH, text);
    }

    var restarted = texts(LONG);
    seconds.addAndGet(10);
    restarted.sound(Language.ZH, "四");
    voice.spoken.clear();
    for (String text : List.of("一", "三", "四")) {
      restarted.sound(Language.ZH, text);
    }
    assertThat(voice.spoken).isEmpty();
    restarted.sound(Language.ZH, "二");
    assertThat(voice.spoken).containsExactly("zh 二");
    try (Stream<Path> files = Files.list(home.resolve("spoken"))) {
      assertThat(files).hasSize(6);
    }
  }

  @Test
  void aSoundThatWasDeletedIsMadeAgain() throws IOException {
    var texts = texts(LONG);
    Path ulaw = home.resolve(texts.sound(Language.ZH, "一").orElseThrow() + ".ulaw");
    Files.delete(ulaw);

    assertThat(texts.sound(Language.ZH, "一")).isPresent();
    assertThat(ulaw).exists();
  }

  @Test
  void withoutAFolderThereIsNoSoundAndNoHarm() throws IOException {
    Files.writeString(home.resolve("spoken"), "in the way");

    assertThat(texts(LONG).sound(Language.ZH, "一")).isEmpty();
  }

  private SpokenTexts texts(Duration limit) {
    var folder =
        new SoundFolder(
            home.resolve("spoken"), mostBytes, () -> Instant.ofEpochSecond(seconds.get()));
    return new SpokenTexts(voice, folder, limit, 2, metrics);
  }
}
