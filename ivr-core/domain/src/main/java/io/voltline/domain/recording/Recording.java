package io.voltline.domain.recording;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger.
 *
 * @param agentNo who talked; empty before, and when nobody told
 * @param audio present when FINISHED
 */
public record Recording(
    RecordingId id,
    CallId callId,
    Optional<AgentNo> agentNo,
    Instant startedAt,
    RecordingStatus status,
    Optional<AudioFile> audio) {

  /** The entry of a recording that begins. */
  public static Recording begun(RecordingId id) {
    return new Recording(
        id,
        id.callId(),
        Optional.empty(),
        id.startedAt(),
        RecordingStatus.RECORDING,
        Optional.empty());
  }
}
