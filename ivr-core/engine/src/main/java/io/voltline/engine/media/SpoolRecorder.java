package io.voltline.engine.media;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.engine.call.Recorder;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.selfservice.Tapes;
import java.time.Instant;
import java.util.UUID;

/** Keeps account of what the switch records, and hands closed files to the finisher. */
public final class SpoolRecorder implements Recorder, Tapes {
  static final String SUFFIX = ".raw";
  static final String MESSAGE_SUFFIX = ".wav";

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
  public String messageFile(Instant at) {
    String word = UUID.randomUUID().toString().replace("-", "");
    return RecordingId.ofMessage(word, at) + MESSAGE_SUFFIX;
  }

  @Override
  public void nothingSaid(String messageFile) {
    RecordingId.parse(without(MESSAGE_SUFFIX, messageFile)).ifPresent(finisher::discard);
  }

  @Override
  public void keep(Message message) {
    var id = new RecordingId(without(MESSAGE_SUFFIX, message.file()));
    index.begun(Recording.message(id, message.call(), message.order()));
    finisher.finish(id);
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
    return new RecordingId(without(SUFFIX, fileName));
  }

  private static String without(String suffix, String fileName) {
    return fileName.substring(0, fileName.length() - suffix.length());
  }
}
