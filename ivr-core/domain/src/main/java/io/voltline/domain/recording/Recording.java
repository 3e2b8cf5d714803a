package io.voltline.domain.recording;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger.
 *
 * @param agentNo who was rung; empty when the entry had to be made from a file alone
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
  public static Recording begun(RecordingId id, Optional<AgentNo> agent) {
    return new Recording(
        id, id.callId(), agent, id.startedAt(), RecordingStatus.RECORDING, Optional.empty());
  }
}
