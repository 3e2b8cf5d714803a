package io.voltline.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingKind;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.selfservice.Tapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingFilesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final WorkOrderNo ORDER = new WorkOrderNo("20261121000001");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final int SECOND = 32_000;

  @TempDir private Path folder;
  private final LedgerStub ledger = new LedgerStub();
  private final Set<CallId> live = ConcurrentHashMap.newKeySet();
  private Path spool;
  private Path done;
  private Finisher finisher;
  private SpoolRecorder recorder;
  private Sweep sweep;

  @BeforeEach
  void start() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
    done = Files.createDirectory(folder.resolve("done"));
    finisher = new Finisher(spool, done, ledger, ZoneOffset.UTC);
    recorder = new SpoolRecorder(ledger, finisher);
    sweep = new Sweep(spool, ledger, finisher, live::contains, InstantSource.fixed(NOW));
  }

  @AfterEach
  void stop() {
    sweep.close();
    finisher.close();
  }

  @Test
  void aRecordingBecomesAFileAnybodyCanPlay() throws Exception {
    String name = recorder.begin(CALL, NOW);
    assertThat(ledger.entries.values())
        .singleElement()
        .extracting(Recording::status)
        .isEqualTo(RecordingStatus.RECORDING);
    write(name, SECOND + SECOND / 2, NOW);
    recorder.finished(name);
    var audio = finished(name).audio().orElseThrow();
    assertThat(audio.path()).isEqualTo("2026/11/21/vl1-1.1-" + NOW.toEpochMilli() + ".wav");
    assertThat(audio.length()).isEqualTo(Duration.ofMillis(1_500));
    Path wav = done.resolve(audio.path());
    byte[] bytes = Files.readAllBytes(wav);
    assertThat(audio.bytes()).isEqualTo(bytes.length);
    assertThat(audio.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wav)))
        .isEqualTo("rw-r-----");
    try (AudioInputStream stream = AudioSystem.getAudioInputStream(wav.toFile())) {
      assertThat(stream.getFormat().getChannels()).isEqualTo(2);
      assertThat(stream.getFormat().getSampleRate()).isEqualTo(8_000);
      assertThat(stream.getFrameLength()).isEqualTo(12_000);
      assertThat(stream.readAllBytes()).startsWith(0, 1, 2, 3);
    }
    await().until(() -> !Files.exists(spool.resolve(name)));
  }

  @Test
  void aFrameThatIsNotWholeIsLeftOut() throws IOException {
    String name = recorder.begin(CALL, NOW);
    write(name, 4 * 100 + 3, NOW);
    recorder.finished(name);
    assertThat(finished(name).audio().orElseThrow().bytes()).isEqualTo(44 + 400);
  }

  @Test
  void whatTheSwitchStillWritesIsWaitedFor() throws Exception {
    String name = recorder.begin(CALL, NOW);
    write(name, SECOND, NOW);
    recorder.finished(name);
    write(name, 2 * SECOND, NOW);
    assertThat(finished(name).audio().orElseThrow().length()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aMessageThatNobodyEnteredIsFoundOnceItIsQuiet() throws IOException {
    var messages = new SpooledMessages(spool, ledger);
    String lost = recorder.messageFile(NOW.minusSeconds(100));
    String kept = recorder.messageFile(NOW.minusSeconds(99));
    String young = recorder.messageFile(NOW.minusSeconds(98));
    write(lost, SECOND, NOW.minusSeconds(61));
    write(kept, SECOND, NOW.minusSeconds(61));
    write(young, SECOND, NOW.minusSeconds(60));
    write("other.wav", SECOND, NOW.minusSeconds(61));
    var id = new RecordingId(kept.substring(0, kept.length() - 4));
    ledger.begun(Recording.message(id, Optional.empty(), ORDER));
    assertThat(messages.left(NOW.minusSeconds(60))).containsExactly(lost);
  }

  @Test
  void anUnansweredRingLeavesNothing() throws IOException {
    String name = recorder.begin(CALL, NOW);
    write(name, 0, NOW);
    recorder.discarded(name);
    await().until(ledger.entries::isEmpty);
    await().until(() -> !Files.exists(spool.resolve(name)));
    assertThat(finisher.missing()).isZero();
  }

  @Test
  void aTalkWithoutAudioIsMissingAndTold() {
    String name = recorder.begin(CALL, NOW);
    ledger.talked.add(id(name));
    recorder.finished(name);
    await().until(() -> entry(name).status() == RecordingStatus.MISSING);
    assertThat(finisher.missing()).isEqualTo(1);
  }

  @Test
  void aLedgerThatIsDownKeepsTheRawFileForTheNextSweep() throws Exception {
    String name = recorder.begin(CALL, NOW.minusSeconds(120));
    write(name, SECOND, NOW.minusSeconds(60));
    ledger.down = true;
    recorder.finished(name);
    await().until(() -> !finisher.working(id(name)));
    assertThat(spool.resolve(name)).exists();
    assertThat(sweep.look()).as("looked in vain").isFalse();
    assertThat(entry(name).status()).isEqualTo(RecordingStatus.RECORDING);
    ledger.down = false;
    sweep.look();
    assertThat(finished(name).audio()).isPresent();
  }

  @Test
  void aRecordingNobodyFinishedIsFinishedByTheSweep() throws IOException {
    String name = recorder.begin(CALL, NOW.minusSeconds(300));
    recorder.heard(name, AGENT);
    write(name, SECOND, NOW.minusSeconds(60));
    sweep.look();
    assertThat(finished(name).agentNo()).contains(AGENT);
  }

  @Test
  void aFileWithoutAnEntryGetsOne() throws IOException {
    var id = RecordingId.of(CALL, NOW.minusSeconds(300));
    write(id + ".raw", SECOND, NOW.minusSeconds(60));
    sweep.look();
    var recording = finished(id + ".raw");
    assertThat(recording.callId()).contains(CALL);
    assertThat(recording.agentNo()).isEqualTo(Optional.empty());
    assertThat(recording.startedAt()).isEqualTo(NOW.minusSeconds(300));
  }

  @Test
  void anEntryWhoseFileNeverCameIsMissing() throws IOException {
    String name = recorder.begin(CALL, NOW.minusSeconds(300));
    ledger.talked.add(id(name));
    sweep.look();
    await().until(() -> entry(name).status() == RecordingStatus.MISSING);
  }

  @Test
  void aLiveCallIsLeftAlone() throws IOException {
    live.add(CALL);
    String name = recorder.begin(CALL, NOW.minusSeconds(300));
    write(name, SECOND, NOW.minusSeconds(60));
    sweep.look();
    assertThat(finisher.working(id(name))).isFalse();
    assertThat(spool.resolve(name)).exists();
    assertThat(entry(name).status()).isEqualTo(RecordingStatus.RECORDING);
  }

  @Test
  void aMessageIsKeptBesideTheTalks() throws Exception {
    String name = recorder.messageFile(NOW);
    assertThat(name).doesNotContain(CALL.value()).isNotEqualTo(recorder.messageFile(NOW));
    writeMessage(name, SECOND);
    recorder.keep(new Tapes.Message(name, Optional.of(CALL), ORDER));
    recorder.keep(new Tapes.Message(name, Optional.of(CALL), ORDER));
    var recording = finishedMessage(name);
    assertThat(recording.kind()).isEqualTo(RecordingKind.VOICEMAIL);
    assertThat(recording.callId()).contains(CALL);
    assertThat(recording.order()).contains(ORDER);
    var audio = recording.audio().orElseThrow();
    assertThat(audio.path()).isEqualTo("2026/11/21/" + name);
    assertThat(audio.length()).isEqualTo(Duration.ofSeconds(2));
    try (AudioInputStream stream =
        AudioSystem.getAudioInputStream(done.resolve(audio.path()).toFile())) {
      assertThat(stream.getFormat().getChannels()).isEqualTo(1);
      assertThat(stream.getFrameLength()).isEqualTo(16_000);
      assertThat(stream.readAllBytes()).startsWith(0, 1, 2, 3);
    }
    await().until(() -> !Files.exists(spool.resolve(name)));
  }

  @Test
  void aMessageThatCouldNotBeKeptIsKeptByTheSweep() throws Exception {
    String name = recorder.messageFile(NOW.minusSeconds(60));
    writeMessage(name, SECOND);
    ledger.down = true;
    recorder.keep(new Tapes.Message(name, Optional.empty(), ORDER));
    await().until(() -> !finisher.working(messageId(name)));
    assertThat(spool.resolve(name)).exists();
    ledger.down = false;
    sweep.look();
    assertThat(finishedMessage(name).callId()).as("anonymous").isEmpty();
  }

  @Test
  void aMessageWithoutAudioIsMissingAndTold() {
    String name = recorder.messageFile(NOW);
    recorder.keep(new Tapes.Message(name, Optional.of(CALL), ORDER));
    await().until(() -> message(name).status() == RecordingStatus.MISSING);
    assertThat(finisher.missing()).isEqualTo(1);
  }

  @Test
  void whereNothingWasSaidNothingIsLeft() throws IOException {
    String name = recorder.messageFile(NOW);
    writeMessage(name, 0);
    recorder.nothingSaid(name);
    await().until(() -> !Files.exists(spool.resolve(name)));
    assertThat(ledger.entries).isEmpty();
    assertThat(finisher.missing()).isZero();
  }

  @Test
  void whatIsNoSoundStaysInTheSpool() throws IOException {
    String name = recorder.messageFile(NOW);
    write(name, SECOND, NOW);
    recorder.keep(new Tapes.Message(name, Optional.of(CALL), ORDER));
    await().until(() -> !finisher.working(messageId(name)));
    assertThat(spool.resolve(name)).exists();
    assertThat(message(name).status()).isEqualTo(RecordingStatus.RECORDING);
  }

  /** As the switch leaves it when a call breaks off: the header knows of no sound yet. */
  private void writeMessage(String name, int bytes) throws IOException {
    byte[] file = new byte[44 + bytes];
    System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
    for (int at = 0; at < bytes; at++) {
      file[44 + at] = (byte) at;
    }
    Files.write(spool.resolve(name), file);
  }

  private Recording finishedMessage(String name) {
    await().until(() -> message(name).status() == RecordingStatus.FINISHED);
    return message(name);
  }

  private Recording message(String name) {
    return Optional.ofNullable(ledger.entries.get(messageId(name))).orElseThrow();
  }

  private static RecordingId messageId(String name) {
    return new RecordingId(name.substring(0, name.length() - ".wav".length()));
  }

  @Test
  void strangeFilesInTheSpoolDoNoHarm() throws IOException {
    Files.writeString(spool.resolve("..raw"), "x");
    Files.writeString(spool.resolve("no id.raw"), "x");
    sweep.look();
    assertThat(ledger.entries).isEmpty();
    assertThat(spool.resolve("no id.raw")).exists();
  }

  private void write(String name, int bytes, Instant changed) throws IOException {
    byte[] raw = new byte[bytes];
    for (int at = 0; at < bytes; at++) {
      raw[at] = (byte) at;
    }
    Files.write(spool.resolve(name), raw);
    Files.setLastModifiedTime(spool.resolve(name), FileTime.from(changed));
  }

  private Recording finished(String name) {
    await().until(() -> entry(name).status() == RecordingStatus.FINISHED);
    return entry(name);
  }

  private Recording entry(String name) {
    return Optional.ofNullable(ledger.entries.get(id(name))).orElseThrow();
  }

  private static RecordingId id(String name) {
    return new RecordingId(name.substring(0, name.length() - ".raw".length()));
  }
}
