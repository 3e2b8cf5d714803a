package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.engine.desk.RecordingIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ledger of recordings in MariaDB. */
public final class SqlRecordingIndex implements RecordingIndex {
  private static final Duration SETTLE = Duration.ofMillis(100);

  private final Database database;
  private final WriteBehind writes;

  public SqlRecordingIndex(Database database, WriteBehind writes) {
    this.database = database;
    this.writes = writes;
  }

  @Override
  public void begun(Recording recording) {
    var _ =
        writes.later(
            handle ->
                handle.execute(
                    """
                    INSERT INTO recording
                      (id, kind, call_id, agent_no, work_order_no, started_at, status)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON DUPLICATE KEY UPDATE id = id
                    """,
                    recording.id(),
                    recording.kind().name(),
                    recording.callId(),
                    recording.agentNo(),
                    recording.order(),
                    recording.startedAt(),
                    recording.status().name()));
  }

  @Override
  public void heard(RecordingId id, AgentNo agent) {
    var _ =
        writes.later(
            handle -> handle.execute("UPDATE recording SET agent_no = ? WHERE id = ?", agent, id));
  }

  @Override
  public CompletableFuture<Void> finished(RecordingId id, AudioFile audio) {
    return writes.later(
        handle ->
            handle.execute(
                """
                UPDATE recording SET status = 'FINISHED', path = ?, length_ms = ?, bytes = ?, sha256 = ?
                WHERE id = ?
                """,
                audio.path(),
                audio.length().toMillis(),
                audio.bytes(),
                audio.sha256(),
                id));
  }

  @Override
  public CompletableFuture<Boolean> withoutAudio(RecordingId id) {
    var missing = new AtomicBoolean();
    return writes
        .later(
            handle -> {
              handle.execute(
                  """
                  DELETE FROM recording
                  WHERE id = ? AND kind = 'TALK' AND status = 'RECORDING' AND NOT EXISTS (
                    SELECT 1 FROM call_offer AS offer
                    WHERE offer.call_id = recording.call_id
                      AND offer.agent_no = recording.agent_no AND offer.outcome = 'ANSWERED')
                  """,
                  id);
              int left =
                  handle.execute(
                      "UPDATE recording SET status = 'MISSING' WHERE id = ? AND status ="
                          + " 'RECORDING'",
                      id);
              missing.set(left > 0);
            })
        .thenApply(done -> missing.get());
  }

  @Override
  public Optional<Recording> find(RecordingId id) {
    writes.settle(SETTLE);
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM recording WHERE id = ?", id)
                .map((rs, ctx) -> RecordingRows.recording(new Row(rs)))
                .findOne());
  }

  @Override
  public List<Recording> list(Query query) {
    var conditions =
        new Conditions()
            .equal("call_id", query.call())
            .equal("agent_no", query.agent())
            .matching(
                """
                id IN (SELECT id FROM recording WHERE work_order_no = ? UNION
                  SELECT talk.id FROM recording AS talk
                  JOIN work_order ON work_order.call_id = talk.call_id WHERE no = ?)
                """,
                query.order(),
                2)
            .atLeast("started_at", query.from())
            .below("started_at", query.to());
    writes.settle(SETTLE);
    return database.read(
        handle ->
            conditions
                .select(
                    handle,
                    "SELECT * FROM recording",
                    "ORDER BY started_at DESC, id DESC",
                    query.limit())
                .map((rs, ctx) -> RecordingRows.recording(new Row(rs)))
                .list());
  }

  @Override
  public List<Recording> unfinished(Instant before) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT * FROM recording WHERE status = 'RECORDING' AND started_at < ?
                    ORDER BY started_at LIMIT 1000
                    """,
                    before)
                .map((rs, ctx) -> RecordingRows.recording(new Row(rs)))
                .list());
  }

  @Override
  public void listened(Listening listening) {
    database.transaction(
        handle ->
            handle.execute(
                """
                INSERT INTO recording_listening (recording_id, agent_no, at, byte_range, address)
                VALUES (?, ?, ?, LEFT(?, 64), LEFT(?, 64))
                """,
                listening.recording(),
                listening.by(),
                listening.at(),
                listening.range(),
                listening.address()));
  }
}
