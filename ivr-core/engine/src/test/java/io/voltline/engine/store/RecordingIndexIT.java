package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.RecordingIndex.Listening;
import io.voltline.engine.desk.RecordingIndex.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RecordingIndexIT {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final RecordingId ID = RecordingId.of(CALL, NOW);
  private static final AudioFile AUDIO =
      new AudioFile("2026/11/21/a.wav", Duration.ofMillis(8_120), 259_884, "ab".repeat(32));

  private Database database;
  private WriteBehind writes;
  private SqlRecordingIndex index;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    writes = new WriteBehind(database, 1_000);
    index = new SqlRecordingIndex(database, writes);
  }

  @AfterEach
  void stop() {
    writes.close();
    database.close();
  }

  @Test
  void aRecordingIsFoundWhileItRunsAndWhenItIsFinished() {
    index.begun(Recording.begun(ID));
    assertThat(index.find(ID)).contains(Recording.begun(ID));
    index.heard(ID, AGENT);
    assertThat(index.unfinished(NOW.plusSeconds(1))).hasSize(1);
    assertThat(index.unfinished(NOW)).isEmpty();
    index.finished(ID, AUDIO).join();
    // What sweeps find is entered again without harm.
    index.begun(Recording.begun(ID));
    var finished = index.find(ID).orElseThrow();
    assertThat(finished.status()).isEqualTo(RecordingStatus.FINISHED);
    assertThat(finished.agentNo()).contains(AGENT);
    assertThat(finished.audio()).contains(AUDIO);
    assertThat(index.unfinished(NOW.plusSeconds(1))).isEmpty();
    assertThat(index.list(query(Optional.of(CALL), Optional.of(AGENT)))).containsExactly(finished);
    assertThat(index.list(query(Optional.empty(), Optional.of(new AgentNo("1002"))))).isEmpty();
  }

  @Test
  void withoutATalkThereWasNothingToRecord() {
    index.begun(Recording.begun(ID));
    assertThat(index.withoutAudio(ID).join()).isFalse();
    assertThat(index.find(ID)).isEmpty();
  }

  @Test
  void aTalkWithoutAudioIsMissing() {
    var log = new SqlCallLog(writes, new EngineRun(NOW));
    log.arrived(CALL, "00000000001", NOW);
    log.offered(CALL, new OfferId(1), AGENT, Duration.ofSeconds(8), NOW);
    index.begun(Recording.begun(ID));
    index.heard(ID, AGENT);
    log.answered(CALL, new OfferId(1), AGENT, NOW);
    assertThat(index.withoutAudio(ID).join()).isTrue();
    assertThat(index.find(ID).orElseThrow().status()).isEqualTo(RecordingStatus.MISSING);
  }

  @Test
  void aMessageBelongsToItsOrderAndATalkToThatOfItsCall() {
    var order = new WorkOrderNo("20261121000001");
    var others = new WorkOrderNo("20261121000002");
    for (var one : List.of(order, others)) {
      database.transaction(
          handle ->
              handle.execute(
                  """
                  INSERT INTO work_order (no, request_id, type, status, urgency, call_id,
                    contact_phone, description, created_at, created_by, source)
                  VALUES (?, ?, 'tip-off', 'TO_DISPATCH', 'NORMAL', ?, '', '', ?, 'voicemail',
                    'VOICEMAIL')
                  """,
                  one,
                  one.value(),
                  Optional.of(CALL).filter(_ -> one.equals(order)),
                  NOW));
    }
    var named = RecordingId.ofMessage("a", NOW);
    var anonymous = RecordingId.ofMessage("b", NOW);
    index.begun(Recording.message(named, Optional.of(CALL), order));
    index.begun(Recording.message(anonymous, Optional.empty(), others));
    index.begun(Recording.begun(ID));
    index.finished(anonymous, AUDIO).join();
    assertThat(index.list(of(order)))
        .extracting(Recording::id)
        .containsExactlyInAnyOrder(named, ID);
    assertThat(index.list(of(others)))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.id()).isEqualTo(anonymous);
              assertThat(message.callId()).isEmpty();
              assertThat(message.order()).contains(others);
              assertThat(message.audio()).contains(AUDIO);
            });
    assertThat(index.withoutAudio(named).join()).as("missing").isTrue();
  }

  private static Query of(WorkOrderNo order) {
    return new Query(
        Optional.empty(),
        Optional.empty(),
        Optional.of(order),
        Optional.empty(),
        Optional.empty(),
        10);
  }

  @Test
  void everyListeningIsLogged() {
    index.listened(new Listening(ID, AGENT, NOW, "bytes=0-1023", "127.0.0.1"));
    var logged =
        database.read(
            handle ->
                handle
                    .select("SELECT * FROM recording_listening")
                    .map((rs, ctx) -> rs.getString("agent_no") + " " + rs.getString("byte_range"))
                    .list());
    assertThat(logged).containsExactly("1001 bytes=0-1023");
  }

  private static Query query(Optional<CallId> call, Optional<AgentNo> agent) {
    return new Query(
        call, agent, Optional.empty(), Optional.of(NOW), Optional.of(NOW.plusSeconds(1)), 10);
  }
}
