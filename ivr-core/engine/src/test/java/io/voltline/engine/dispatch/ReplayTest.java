package io.voltline.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.dispatch.journal.BadJournal;
import io.voltline.engine.dispatch.journal.FileJournal;
import io.voltline.engine.dispatch.journal.Replay;
import io.voltline.engine.dispatch.journal.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine did, done again from its journal. */
class ReplayTest {
  private static final FileJournal.Limits ROOMY =
      new FileJournal.Limits(1L << 30, 1L << 31, 100_000);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void theSameJournalGivesTheSameCommandsToTheByte(long seed) throws Exception {
    List<String> live = live(seed, 2_000, ROOMY);
    Path file = files().getFirst();

    assertThat(live).hasSizeGreaterThan(1_000);
    assertThat(commands(file)).isEqualTo(live);
    assertThat(commands(file)).isEqualTo(live);
  }

  @Test
  void everyStepIsKnownToBeAsTheEngineDidIt() throws Exception {
    live(17, 500, ROOMY);

    assertThat(steps(files().getFirst())).hasSizeGreaterThan(500).allMatch(Replay.Step::asWritten);
  }

  @Test
  void anotherCommandThanTheEnginesIsFound() throws Exception {
    live(18, 500, ROOMY);
    Path file = files().getFirst();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(100, lines.get(100).replaceFirst("\"sum\":\"[0-9a-f]{8}\"", "\"sum\":\"0\""));
    Files.write(file, lines);

    assertThat(steps(file)).filteredOn(step -> !step.asWritten()).hasSize(1);
    assertThat(steps(file).get(99).asWritten()).isFalse();
  }

  @Test
  void aJournalInSeveralFilesIsReplayedFromAnyOfThem() throws Exception {
    List<String> live = live(19, 6_000, new FileJournal.Limits(100_000, 1L << 30, 100_000));
    List<Path> files = files();

    assertThat(files).hasSizeGreaterThan(5).allMatch(file -> file.toFile().length() <= 100_000);
    assertThat(commands(files.getFirst())).isEqualTo(live);
    assertThat(commands(files.get(3))).isEqualTo(live);
  }

  @Test
  void theOldestFilesGoAndAJournalWithoutItsBeginningIsRefused() throws Exception {
    live(20, 6_000, new FileJournal.Limits(100_000, 300_000, 100_000));
    List<Path> files = files();

    assertThat(files.stream().mapToLong(file -> file.toFile().length()).sum())
        .isLessThanOrEqualTo(300_000);
    assertThatThrownBy(() -> new Replay(files.getFirst()))
        .isInstanceOf(BadJournal.class)
        .hasMessageContaining("part 1")
        .hasMessageContaining("is not there");
  }

  @Test
  void aLastLineThatWasCutOffIsToldAndTheRestReplayed() throws Exception {
    live(21, 300, ROOMY);
    Path file = files().getFirst();
    List<Replay.Step> whole = steps(file);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 20));

    try (Replay replay = new Replay(file)) {
      assertThat(rest(replay)).hasSize(whole.size() - 1).allMatch(Replay.Step::asWritten);
      assertThat(replay.remark()).get().asString().contains("cut off", file.toString());
      assertThat(replay.whole()).isTrue();
    }
  }

  @Test
  void aBrokenLineInTheMiddleIsRefusedWithItsPlace() throws Exception {
    live(22, 300, ROOMY);
    Path file = files().getFirst();
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(9, "{\"step\":{");
    Files.write(file, lines);

    assertThatThrownBy(() -> steps(file))
        .isInstanceOf(BadJournal.class)
        .hasMessageContaining(file + ", line 10");
  }

  @Test
  void eventsThatDidNotFitAreAGapThatIsCountedAndEndsTheReplay() throws Exception {
    FileJournal journal = journal(new FileJournal.Limits(1L << 30, 1L << 31, 4));
    // Nobody writes yet, as with a disk that stands still.
    HeldBack held = new HeldBack(journal);
    RandomLife life = new RandomLife(23, held);
    while (held.seen < 10) {
      life.live(1);
    }
    held.begin();
    await().until(() -> metrics.get("voltline.journal.waiting").gauge().value() == 0);
    int before = held.seen;
    life.tell(s -> new Event.CallGone(s, new CallId("last")));
    journal.close();

    assertThat(metrics.counter("voltline.journal.lost").count()).isEqualTo(before - 4);
    assertThat(metrics.counter("voltline.journal.gaps").count()).isEqualTo(1);
    try (Replay replay = new Replay(files().getFirst())) {
      assertThat(rest(replay)).hasSize(4);
      assertThat(replay.whole()).isFalse();
      assertThat(replay.remark())
          .get()
          .asString()
          .contains((before - 4) + " events after event 4 were not written");
    }
  }

  @Test
  void aDiskThatComesBackIsWrittenToAgain() throws Exception {
    Path late = folder.resolve("late");
    FileJournal journal = new FileJournal(late, "test", ROOMY, InstantSource.system(), metrics);
    RandomLife life = new RandomLife(24, journal);
    life.live(5);
    await().until(() -> metrics.counter("voltline.journal.lost").count() >= 5);
    Files.createDirectory(late);
    life.live(5);
    journal.close();

    assertThat(metrics.counter("voltline.journal.gaps").count()).isEqualTo(1);
    try (Stream<Path> files = Files.list(late)) {
      assertThat(Files.readString(files.findFirst().orElseThrow()))
          .contains("{\"gap\":{\"after\":0,\"missing\":");
    }
  }

  @Test
  void oneCallIsToldFromItsQueueingToItsEnd() throws Exception {
    live(25, 6_000, ROOMY);
    CallId call = new CallId("vl1-1.3");
    Told.OfCall told = new Told.OfCall(call);

    List<String> lines =
        steps(files().getFirst()).stream().flatMap(step -> told.lines(step).stream()).toList();

    assertThat(lines).anyMatch(line -> line.contains("{\"call-queued\""));
    assertThat(lines).anyMatch(line -> line.contains("{\"offer\":{\"call\":\"vl1-1.3\""));
    assertThat(lines).anyMatch(line -> line.contains("{\"offer-answered\""));
    assertThat(lines).noneMatch(line -> line.contains("\"call\":\"vl1-1.4\",\"rings\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello\n", "{\"step\":{}}\n", "{\"begin\":{\"journal\":\"x\"}}\n"})
  void whatIsNoJournalIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("any.jsonl"), text);

    assertThatThrownBy(() -> new Replay(file))
        .isInstanceOf(BadJournal.class)
        .hasMessageStartingWith(file + " is no journal");
  }

  @Test
  void aJournalOfAnotherVersionIsRefusedWithBothVersions() throws IOException {
    Path file = Files.writeString(folder.resolve("any.jsonl"), "{\"begin\":{\"journal\":9}}\n");

    assertThatThrownBy(() -> new Replay(file))
        .isInstanceOf(BadJournal.class)
        .hasMessage(file + " is a journal of version 9; this engine replays version 1");
  }

  private List<String> live(long seed, int steps, FileJournal.Limits limits)
      throws InterruptedException {
    try (FileJournal journal = journal(limits)) {
      WrittenDown written = new WrittenDown(journal);
      new RandomLife(seed, written).live(steps);
      return written.commands;
    }
  }

  private FileJournal journal(FileJournal.Limits limits) {
    return new FileJournal(folder, "test", limits, InstantSource.system(), metrics);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<String> commands(Path file) throws BadJournal, IOException {
    return steps(file).stream().flatMap(step -> Told.commands(step).stream()).toList();
  }

  private static List<Replay.Step> steps(Path file) throws BadJournal, IOException {
    try (Replay replay = new Replay(file)) {
      return rest(replay);
    }
  }

  private static List<Replay.Step> rest(Replay replay) throws BadJournal, IOException {
    List<Replay.Step> steps = new ArrayList<>();
    for (Optional<Replay.Step> step = replay.next(); step.isPresent(); step = replay.next()) {
      steps.add(step.get());
    }
    return steps;
  }

  /** A journal that begins later than its core. */
  private static final class HeldBack implements Journal {
    private final Journal journal;
    private Runnable begin = () -> {};
    private int seen;

    HeldBack(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void begins(RoutingProfile profile, OfferId lastOffer) {
      begin = () -> journal.begins(profile, lastOffer);
    }

    void begin() {
      begin.run();
    }

    @Override
    public void saw(Event event, List<Command> commands) {
      seen++;
      journal.saw(event, commands);
    }
  }
}
