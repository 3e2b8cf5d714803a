package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The ledger of recordings. What a call waits for hands over and is written behind, also after the
 * store was down; the rest may block and throws {@link Unavailable}.
 */
public interface RecordingIndex {

  /**
   * Which recordings; each condition that is present must hold.
   *
   * @param order made of the message, or of the call that was recorded
   * @param from begun at this moment or later
   * @param to begun before this moment
   * @param limit 1 to 500
   */
  record Query(
      Optional<CallId> call,
      Optional<AgentNo> agent,
      Optional<WorkOrderNo> order,
      Optional<Instant> from,
      Optional<Instant> to,
      int limit) {}

  /**
   * Somebody listened.
   *
   * @param range as asked for, such as {@code bytes=0-1023}; {@code all} without one
   */
  record Listening(RecordingId recording, AgentNo by, Instant at, String range, String address) {}

  /** Returns at once. An entry that stands already is left as it is. */
  void begun(Recording recording);

  /** The recording holds a talk with this agent. Returns at once. */
  void heard(RecordingId id, AgentNo agent);

  /** Returns at once; done when the entry is durable. */
  CompletableFuture<Void> finished(RecordingId id, AudioFile audio);

  /**
   * There is no audio. A talk's entry whose agent never talked in the call is taken out, as nothing
   * was to be recorded; any other becomes MISSING. Returns at once.
   *
   * @return whether it became MISSING
   */
  CompletableFuture<Boolean> withoutAudio(RecordingId id);

  Optional<Recording> find(RecordingId id);

  /** Newest first. */
  List<Recording> list(Query query);

  /** Entries still RECORDING that were begun before this moment, oldest first. */
  List<Recording> unfinished(Instant before);

  void listened(Listening listening);
}
