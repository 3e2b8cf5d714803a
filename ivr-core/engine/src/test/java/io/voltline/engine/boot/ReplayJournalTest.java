package io.voltline.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Stamp;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.config.SettingsLoader;
import io.voltline.engine.dispatch.journal.FileJournal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A short day: one agent, one call that is offered, and one of danger that finds nobody idle. */
class ReplayJournalTest {
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final SkillId GENERAL = new SkillId("general");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file = Path.of("");

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void journal() throws IOException {
    RoutingProfile profile = SettingsLoader.routing(Map.of());
    RoutingCore core = new RoutingCore(profile, new OfferId(7));
    try (FileJournal journal =
        new FileJournal(
            folder,
            Version.text(),
            new FileJournal.Limits(1 << 20, 1 << 22, 1_024),
            InstantSource.system(),
            new SimpleMeterRegistry())) {
      journal.begins(profile, new OfferId(7));
      List<Event> day =
          List.of(
              new Event.AgentSignedIn(at(1), AGENT, List.of(Certificate.of(GENERAL, 5))),
              new Event.PhoneReachable(at(2), AGENT, true),
              new Event.StateAsked(at(3), AGENT, StateRequest.idle()),
              new Event.CallQueued(at(4), new CallId("c1"), request(0)),
              new Event.CallQueued(at(5), new CallId("c2"), request(QueueRequest.DANGER)),
              new Event.OfferAnswered(at(6), new OfferId(8)));
      day.forEach(event -> journal.saw(event, core.on(event)));
    }
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
  }

  @Test
  void everyCommandIsALineTheSameEachTime() {
    assertThat(run("replay", file.toString())).isZero();
    String first = out.toString();
    out.getBuffer().setLength(0);
    assertThat(run("replay", file.toString())).isZero();

    assertThat(out).hasToString(first);
    assertThat(first.lines()).anyMatch(line -> line.startsWith("4 {\"offer\":{\"call\":\"c1\""));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsAsTheEngineDidItIsSaidToBe() {
    assertThat(run("replay", "--verify", file.toString())).isZero();
    assertThat(out).hasToString("6 events, every command as the engine gave it\n");
  }

  @Test
  void theFirstEventThatDiffersIsNamed() throws IOException {
    Files.writeString(
        file, Files.readString(file).replaceFirst("(\"stamp\":\"4 .*\"sum\":\")[^\"]*", "$1x"));

    assertThat(run("replay", "--verify", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("differs from what the engine commanded: {\"call-queued\":{\"stamp\":\"4 ");
  }

  @Test
  void oneCallIsToldAlone() {
    assertThat(run("replay", "--call", "c2", file.toString())).isZero();
    assertThat(out.toString().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith("5 "))
        .noneMatch(line -> line.contains("c1"));
  }

  @Test
  void aCallThatIsNotThereIsSaid() {
    assertThat(run("replay", "--call", "c9", file.toString())).isEqualTo(1);
    assertThat(out).hasToString("nothing concerns call c9\n");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(run("replay", "nowhere.jsonl")).isEqualTo(2);
    assertThat(err).hasToString("replay: there is no file nowhere.jsonl\n");
  }

  @Test
  void aLineThatWasCutOffIsToldAndNoFailure() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 9));

    assertThat(run("replay", "--verify", file.toString())).isZero();
    assertThat(out.toString()).startsWith("5 events");
    assertThat(err).hasToString("replay: " + file + ", line 7: cut off, replayed up to there\n");
  }

  @Test
  void aJournalOfAnotherEngineIsReplayedAndSaidToBe() throws IOException {
    Files.writeString(
        file, Files.readString(file).replace("\"engine\":\"" + Version.text(), "\"engine\":\"9.9"));

    assertThat(run("replay", "--verify", file.toString())).isZero();
    assertThat(err.toString()).contains("written by engine 9.9, this is " + Version.text());
  }

  private static Stamp at(long seq) {
    return new Stamp(seq, 1_763_760_192_000L + seq);
  }

  private static QueueRequest request(int priority) {
    return new QueueRequest(
        new QueueId("general"), Demand.of(GENERAL), priority, false, List.of(), 1_763_760_192_000L);
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }
}
