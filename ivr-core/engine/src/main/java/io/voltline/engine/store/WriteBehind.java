package io.voltline.engine.store;

import io.voltline.engine.desk.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that nobody waits for, in the order they came, by one thread, many to a transaction. While
 * the database is down they are kept; when too many are kept, further ones are refused, counted and
 * told. A write must be idempotent: one whose commit was not confirmed is done again.
 */
public final class WriteBehind implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WriteBehind.class);
  private static final int BATCH = 500;

  /** One write, within a transaction that other writes share. */
  @FunctionalInterface
  interface Write {
    void to(Handle handle);
  }

  private record Entry(Write write, CompletableFuture<Void> done) {}

  private final Database database;
  private final BlockingQueue<Entry> queue;
  private final Thread writer;
  private final LongAdder refused = new LongAdder();
  private final LongAdder faulty = new LongAdder();
  private volatile boolean closing;
  private volatile boolean full;

  /**
   * Starts the writer.
   *
   * @param capacity most writes kept while the database is down or slow
   */
  public WriteBehind(Database database, int capacity) {
    this.database = database;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.writer = Thread.ofVirtual().name("write-behind").start(this::work);
  }

  /** Writes not yet done. */
  public int waiting() {
    return queue.size();
  }

  /** Writes lost because too many were waiting. */
  public long refused() {
    return refused.sum();
  }

  /** Writes the database would not take, which were lost alone. */
  public long faulty() {
    return faulty.sum();
  }

  /** Returns at once; fails with {@link Unavailable} when the write is lost. */
  CompletableFuture<Void> later(Write write) {
    var entry = new Entry(write, new CompletableFuture<>());
    if (!closing && queue.offer(entry)) {
      full = false;
      return entry.done();
    }
    refused.increment();
    if (!full) {
      full = true;
      log.error("{} writes are waiting for the database; further ones are lost", queue.size());
    }
    entry.done().completeExceptionally(new Unavailable("database", new IllegalStateException()));
    return entry.done();
  }

  /** Waits until what was handed over before is written, or the time is over. */
  void settle(Duration limit) {
    if (!database.up()) {
      return;
    }
    try {
      later(handle -> {}).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.debug("read goes on before {} writes", queue.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    var batch = new ArrayList<Entry>(BATCH);
    try {
      while (!closing || !queue.isEmpty()) {
        Entry first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          write(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    int lost = batch.size() + queue.size();
    if (lost > 0) {
      log.error("{} writes lost: the database did not come back before the end", lost);
    }
  }

  private void write(List<Entry> batch) throws InterruptedException {
    while (true) {
      try {
        database.transaction(
            handle -> {
              batch.forEach(entry -> entry.write().to(handle));
              return batch.size();
            });
        batch.forEach(entry -> entry.done().complete(null));
        return;
      } catch (Unavailable down) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        database.awaitUp(Duration.ofSeconds(1));
      } catch (RuntimeException e) {
        alone(batch, e);
        return;
      }
    }
  }

  /** One bad write must not take the others with it. */
  private void alone(List<Entry> batch, RuntimeException why) throws InterruptedException {
    if (batch.size() > 1) {
      for (Entry entry : batch) {
        write(List.of(entry));
      }
      return;
    }
    faulty.increment();
    log.error("a write was refused by the database and is lost", why);
    batch.getFirst().done().completeExceptionally(why);
  }

  /** Takes no more and writes what waits, for at most five seconds. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!writer.join(Duration.ofSeconds(5))) {
        writer.interrupt();
        writer.join();
      }
    } catch (InterruptedException e) {
      writer.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
