package io.voltline.engine.media;

import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the start and every minute for recordings that nobody finished, as happens when an
 * engine was down at the end of a call: raw files are completed, entries whose file never came are
 * told missing. Calls that may be live are left alone.
 */
public final class Sweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Younger ones are finished the usual way. */
  private static final Duration YOUNG = Duration.ofSeconds(30);

  private final Path spool;
  private final RecordingIndex index;
  private final Finisher finisher;
  private final LiveCalls live;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("recording-sweep", EVERY, this::look);

  public Sweep(
      Path spool, RecordingIndex index, Finisher finisher, LiveCalls live, InstantSource clock) {
    this.spool = spool;
    this.index = index;
    this.finisher = finisher;
    this.live = live;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  boolean look() throws IOException {
    try {
      List<Recording> unfinished = index.unfinished(clock.instant().minus(YOUNG));
      lostFiles();
      unfinished.stream().map(Recording::id).filter(this::abandoned).forEach(finisher::finish);
      return live.known();
    } catch (Unavailable down) {
      log.debug("no sweep of recordings: {}", down.getMessage());
      return false;
    }
  }

  /** Files whose entry was lost get a new one. */
  private void lostFiles() throws IOException {
    try (var files = Files.newDirectoryStream(spool, "*" + SpoolRecorder.SUFFIX)) {
      for (Path file : files) {
        Optional<RecordingId> id = idOf(file);
        if (id.isEmpty()) {
          log.warn("not a recording, left in the spool: {}", file.getFileName());
        } else if (old(file) && abandoned(id.get())) {
          index.begun(Recording.begun(id.get()));
          finisher.finish(id.get());
        }
      }
    }
  }

  private static Optional<RecordingId> idOf(Path file) {
    String name = file.getFileName().toString();
    return RecordingId.parse(name.substring(0, name.length() - SpoolRecorder.SUFFIX.length()));
  }

  private boolean old(Path file) throws IOException {
    Instant changed = Files.getLastModifiedTime(file).toInstant();
    return changed.isBefore(clock.instant().minus(YOUNG));
  }

  private boolean abandoned(RecordingId id) {
    return !finisher.working(id) && !live.mayBeLive(id.callId());
  }

  @Override
  public void close() {
    looks.close();
  }
}
