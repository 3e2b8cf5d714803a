package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingKind;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.domain.workorder.WorkOrderNo;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Reads rows of the table {@code recording}. */
final class RecordingRows {
  private RecordingRows() {}

  static Recording recording(Row row) throws SQLException {
    return new Recording(
        row.text("id", RecordingId::new),
        row.text("kind", RecordingKind::valueOf),
        row.maybe("call_id", CallId::new),
        row.maybe("agent_no", AgentNo::new),
        row.maybe("work_order_no", WorkOrderNo::new),
        row.time("started_at"),
        row.text("status", RecordingStatus::valueOf),
        audio(row));
  }

  private static Optional<AudioFile> audio(Row row) throws SQLException {
    Optional<String> path = row.maybe("path");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AudioFile(
            path.get(),
            Duration.ofMillis(row.big("length_ms")),
            row.big("bytes"),
            row.text("sha256")));
  }
}
