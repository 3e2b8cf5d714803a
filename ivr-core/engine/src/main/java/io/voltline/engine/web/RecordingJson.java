package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingKind;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Recording. */
record RecordingJson(
    RecordingId id,
    RecordingKind kind,
    Optional<CallId> callId,
    Optional<AgentNo> agentNo,
    Optional<WorkOrderNo> workOrderNo,
    Instant startedAt,
    Optional<Duration> seconds,
    Optional<Long> bytes,
    Optional<String> sha256,
    RecordingStatus status) {

  static RecordingJson of(Recording recording) {
    var audio = recording.audio();
    return new RecordingJson(
        recording.id(),
        recording.kind(),
        recording.callId(),
        recording.agentNo(),
        recording.order(),
        recording.startedAt(),
        audio.map(AudioFile::length),
        audio.map(AudioFile::bytes),
        audio.map(AudioFile::sha256),
        recording.status());
  }

  static List<RecordingJson> of(List<Recording> recordings) {
    return recordings.stream().map(RecordingJson::of).toList();
  }
}
