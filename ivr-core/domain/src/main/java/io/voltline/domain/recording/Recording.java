package io.voltline.domain.recording;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the ledger.
 *
 * @param callId empty for a message that was left anonymously
 * @param agentNo who talked; empty before, when nobody told, and for messages
 * @param order that was made of a message
 * @param audio present when FINISHED
 */
public record Recording(
    RecordingId id,
    RecordingKind kind,
    Optional<CallId> callId,
    Optional<AgentNo> agentNo,
    Optional<WorkOrderNo> order,
    Instant startedAt,
    RecordingStatus status,
    Optional<AudioFile> audio) {

  /** The entry of a talk's recording that begins. */
  public static Recording begun(RecordingId id) {
    return new Recording(
        id,
        RecordingKind.TALK,
        Optional.of(id.callId()),
        Optional.empty(),
        Optional.empty(),
        id.startedAt(),
        RecordingStatus.RECORDING,
        Optional.empty());
  }

  /**
   * The entry of a message that was taken.
   *
   * @param call empty when it was left anonymously
   */
  public static Recording message(RecordingId id, Optional<CallId> call, WorkOrderNo order) {
    return new Recording(
        id,
        RecordingKind.VOICEMAIL,
        call,
        Optional.empty(),
        Optional.of(order),
        id.startedAt(),
        RecordingStatus.RECORDING,
        Optional.empty());
  }
}
