package io.voltline.engine.desk;

import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.engine.desk.RecordingIndex.Listening;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Who may hear which recording: agents their own, everybody else all. Nobody listens unlogged. May
 * block.
 */
public final class Recordings {

  /** A finished recording and where its audio lies. */
  public record Audio(Recording recording, Path file) {}

  private final RecordingIndex index;
  private final Path folder;
  private final InstantSource clock;

  /** Audio files lie below {@code folder}. */
  public Recordings(RecordingIndex index, Path folder, InstantSource clock) {
    this.index = index;
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * The entry of this id.
   *
   * @throws Refused NOT_FOUND
   */
  public Recording find(RecordingId id) throws Refused {
    return index.find(id).orElseThrow(() -> notFound("no recording " + id));
  }

  /** Newest first. */
  public List<Recording> list(RecordingIndex.Query query) {
    return index.list(query);
  }

  /**
   * Opens a recording to somebody and logs it.
   *
   * @param range as asked for, for the log
   * @param address of the listener
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE while it is not finished
   */
  public Audio listen(Account who, RecordingId id, String range, String address) throws Refused {
    Recording recording = find(id);
    if (who.role() == Role.AGENT && !recording.agentNo().equals(Optional.of(who.agentNo()))) {
      throw new Refused(Refused.Reason.FORBIDDEN, "agents hear their own calls only");
    }
    if (recording.status() == RecordingStatus.RECORDING) {
      throw new Refused(Refused.Reason.INVALID_STATE, "the call is still being recorded");
    }
    AudioFile audio =
        recording.audio().orElseThrow(() -> notFound("the audio of " + id + " is missing"));
    index.listened(new Listening(id, who.agentNo(), clock.instant(), range, address));
    return new Audio(recording, folder.resolve(audio.path()));
  }

  private static Refused notFound(String detail) {
    return new Refused(Refused.Reason.NOT_FOUND, detail);
  }
}
