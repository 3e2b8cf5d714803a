package io.voltline.engine.media;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.engine.call.Recorder;
import io.voltline.engine.desk.RecordingIndex;
import java.time.Instant;

/** Keeps account of what the switch records, and hands closed files to the finisher. */
public final class SpoolRecorder implements Recorder {
  static final String SUFFIX = ".raw";

  private final RecordingIndex index;
  private final Finisher finisher;

  public SpoolRecorder(RecordingIndex index, Finisher finisher) {
    this.index = index;
    this.finisher = finisher;
  }

  @Override
  public String begin(CallId call, Instant at) {
    var id = RecordingId.of(call, at);
    index.begun(Recording.begun(id));
    return id + SUFFIX;
  }

  @Override
  public void heard(String fileName, AgentNo agent) {
    index.heard(idOf(fileName), agent);
  }

  @Override
  public void finished(String fileName) {
    finisher.finish(idOf(fileName));
  }

  @Override
  public void discarded(String fileName) {
    finisher.discard(idOf(fileName));
  }

  private static RecordingId idOf(String fileName) {
    return new RecordingId(fileName.substring(0, fileName.length() - SUFFIX.length()));
  }
}
