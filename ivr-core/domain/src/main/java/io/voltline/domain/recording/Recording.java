package io.voltline.domain.recording;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger.
 *
 * @param audio present when FINISHED
 */
public record Recording(
    RecordingId id,
    CallId callId,
    AgentNo agentNo,
    Instant startedAt,
    RecordingStatus status,
    Optional<AudioFile> audio) {

  public static Recording begun(RecordingId id, CallId call, AgentNo agent, Instant at) {
    return new Recording(id, call, agent, at, RecordingStatus.RECORDING, Optional.empty());
  }
}
