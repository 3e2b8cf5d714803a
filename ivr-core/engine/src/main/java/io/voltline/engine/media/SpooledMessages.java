package io.voltline.engine.media;

import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingKind;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.selfservice.LostTapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages that the switch wrote to the spool. */
public final class SpooledMessages implements LostTapes {
  private final Path spool;
  private final RecordingIndex index;

  public SpooledMessages(Path spool, RecordingIndex index) {
    this.spool = spool;
    this.index = index;
  }

  @Override
  public List<String> left(Instant before) throws IOException {
    List<String> left = new ArrayList<>();
    try (var files = Files.newDirectoryStream(spool, "*" + SpoolRecorder.MESSAGE_SUFFIX)) {
      for (Path file : files) {
        if (quietSince(file, before) && unknown(file)) {
          left.add(file.getFileName().toString());
        }
      }
    }
    return left;
  }

  private static boolean quietSince(Path file, Instant before) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (NoSuchFileException _) {
      // It was finished at this moment.
      return false;
    }
  }

  private boolean unknown(Path file) {
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - SpoolRecorder.MESSAGE_SUFFIX.length());
    return RecordingId.parse(id)
        .filter(it -> it.kind() == RecordingKind.VOICEMAIL)
        .filter(it -> index.find(it).isEmpty())
        .isPresent();
  }
}
