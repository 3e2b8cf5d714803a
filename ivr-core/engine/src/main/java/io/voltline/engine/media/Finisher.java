package io.voltline.engine.media;

import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.RecordingId;
import io.voltline.engine.desk.RecordingIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Makes finished recordings of raw files, one thread each. A raw file goes only when the WAV file
 * and its entry in the ledger are durable, so that whatever stops the work, it can be done again.
 */
public final class Finisher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Finisher.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  /** The switch writes a second at a time and may close the file shortly after it says so. */
  private static final Duration QUIET = Duration.ofMillis(300);

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final Duration QUIET_LIMIT = Duration.ofSeconds(3);

  private final Path spool;
  private final Path done;
  private final RecordingIndex index;
  private final ZoneId zone;
  private final Set<RecordingId> inWork = ConcurrentHashMap.newKeySet();
  private final LongAdder missing = new LongAdder();
  private final ExecutorService workers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("recording-", 0).factory());

  /**
   * Starts with nothing to do.
   *
   * @param spool where the switch writes
   * @param done where finished recordings are kept, in folders by year, month and day of {@code
   *     zone}
   */
  public Finisher(Path spool, Path done, RecordingIndex index, ZoneId zone) {
    this.spool = spool;
    this.done = done;
    this.index = index;
    this.zone = zone;
  }

  /** Recordings found missing since the start. */
  public long missing() {
    return missing.sum();
  }

  /** What the switch wrote. */
  private Path raw(RecordingId id) {
    return spool.resolve(
        switch (id.kind()) {
          case TALK -> id + SpoolRecorder.SUFFIX;
          case VOICEMAIL -> id + SpoolRecorder.MESSAGE_SUFFIX;
        });
  }

  /** Returns at once; one that is in work already is left to that work. */
  void finish(RecordingId id) {
    work(id, () -> complete(id));
  }

  /** Returns at once. */
  void discard(RecordingId id) {
    work(
        id,
        () -> {
          Files.deleteIfExists(raw(id));
          withoutAudio(id);
        });
  }

  boolean working(RecordingId id) {
    return inWork.contains(id);
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException, InterruptedException, ExecutionException;
  }

  private void work(RecordingId id, Work work) {
    if (!inWork.add(id)) {
      return;
    }
    workers.execute(
        () -> {
          MDC.put("callId", id.callId().value());
          try {
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (IOException | ExecutionException | RuntimeException e) {
            log.error("recording {} is not finished and stays in the spool", id, e);
          } finally {
            inWork.remove(id);
            MDC.remove("callId");
          }
        });
  }

  private void complete(RecordingId id)
      throws IOException, InterruptedException, ExecutionException {
    Path raw = raw(id);
    if (!Files.exists(raw) || settledSize(raw) == 0) {
      withoutAudio(id);
      Files.deleteIfExists(raw);
      return;
    }
    String path = DAY.format(id.startedAt().atZone(zone)) + "/" + id + ".wav";
    AudioFile audio =
        switch (id.kind()) {
          case TALK -> WavFile.fromRaw(raw, done, path);
          case VOICEMAIL -> WavFile.fromMessage(raw, done, path);
        };
    index.finished(id, audio).get();
    Files.delete(raw);
    log.info("recording {} finished: {} s", id, audio.length().toMillis() / 1000.0);
  }

  private void withoutAudio(RecordingId id) throws InterruptedException, ExecutionException {
    if (index.withoutAudio(id).get()) {
      missing.increment();
      log.error("recording {} is missing: there was a talk or a message but no audio", id);
    }
  }

  private static long settledSize(Path raw) throws IOException, InterruptedException {
    long size = Files.size(raw);
    Duration quiet = Duration.ZERO;
    for (Duration waited = Duration.ZERO; quiet.compareTo(QUIET) < 0; waited = waited.plus(LOOK)) {
      if (waited.compareTo(QUIET_LIMIT) > 0) {
        throw new IOException("the switch still writes it");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
      long now = Files.size(raw);
      quiet = now == size ? quiet.plus(LOOK) : Duration.ZERO;
      size = now;
    }
    return size;
  }

  /** Stops the work; what is not done is found again by the next sweep. */
  @Override
  public void close() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
