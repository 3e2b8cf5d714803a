package io.voltline.engine.dispatch.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.dispatch.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal on disk, written by one thread behind the owner's back. When the disk is full or too
 * slow, events are left out and the gap is noted, counted and logged: routing never waits for it.
 */
public final class FileJournal implements Journal, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FileJournal.class);
  private static final int BATCH = 256;
  private static final Duration CLOSING = Duration.ofSeconds(5);

  /**
   * How much is kept.
   *
   * @param fileBytes a file is followed by another before it gets larger
   * @param totalBytes of all files, those of earlier starts too; the oldest go first
   * @param backlog most events that wait to be written
   */
  public record Limits(long fileBytes, long totalBytes, int backlog) {}

  private record Seen(Event event, List<Command> commands) {}

  private final Path folder;
  private final String engine;
  private final Limits limits;
  private final InstantSource clock;
  private final JournalMetrics metrics;
  private final BlockingQueue<Seen> waiting;
  private @Nullable Thread writer;
  private volatile boolean closing;
  private long written;
  private boolean failing;

  /**
   * A journal that begins with its core.
   *
   * @param folder must be there
   * @param engine its version, for those who replay with another
   */
  public FileJournal(
      Path folder, String engine, Limits limits, InstantSource clock, MeterRegistry registry) {
    this.folder = folder;
    this.engine = engine;
    this.limits = limits;
    this.clock = clock;
    this.waiting = new ArrayBlockingQueue<>(limits.backlog());
    this.metrics = new JournalMetrics(registry, waiting);
  }

  @Override
  public synchronized void begins(RoutingProfile profile, OfferId lastOffer) {
    JournalFiles files =
        new JournalFiles(
            folder,
            clock.instant(),
            limits.fileBytes(),
            limits.totalBytes(),
            part ->
                JournalText.line(
                    new Line.Begin(JournalText.VERSION, engine, part, lastOffer, profile)));
    writer = Thread.ofPlatform().name("journal").start(() -> work(files));
  }

  @Override
  public void saw(Event event, List<Command> commands) {
    if (!waiting.offer(new Seen(event, commands))) {
      metrics.lost(1);
    }
  }

  /** Writes what waits, for at most five seconds. */
  @Override
  public synchronized void close() {
    closing = true;
    try {
      if (writer != null && !writer.join(CLOSING)) {
        log.error("{} events are not in the journal: the disk is too slow", waiting.size());
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(JournalFiles files) {
    List<Seen> batch = new ArrayList<>(BATCH);
    try (files) {
      while (!closing || !waiting.isEmpty()) {
        Seen first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          write(batch, files);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.error("the journal could not be closed", e);
    }
  }

  private void write(List<Seen> batch, JournalFiles files) {
    StringBuilder lines = new StringBuilder();
    List<Line.Gap> gaps = new ArrayList<>();
    long last = written;
    try {
      for (Seen seen : batch) {
        long seq = seen.event().stamp().seq();
        if (seq != last + 1) {
          // Whatever kept events out, the sequence shows it.
          gaps.add(new Line.Gap(last, seq - last - 1));
          add(gaps.getLast(), lines);
        }
        add(new Line.Step(seen.event(), JournalText.sum(seen.commands())), lines);
        last = seq;
      }
      metrics.grew(files.append(lines.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | RuntimeException e) {
      lost(batch.size(), e);
      return;
    }
    written = last;
    failing = false;
    gaps.forEach(this::tell);
  }

  private static void add(Line line, StringBuilder lines) {
    lines.append(JournalText.line(line)).append('\n');
  }

  private void tell(Line.Gap gap) {
    metrics.gap();
    log.error("journal: {} events after event {} are missing", gap.missing(), gap.after());
  }

  private void lost(int events, Exception why) {
    metrics.lost(events);
    if (!failing) {
      failing = true;
      log.error("the journal can't be written, events are missing from now on: {}", why.toString());
    }
  }
}
