package io.voltline.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.voltline.engine.desk.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to MariaDB. Opens, migrates and then watches it on a thread of its own, so that an
 * engine starts and serves calls while the database is down; whoever asks meanwhile is told at once
 * by {@link Unavailable}.
 */
public final class Database implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final Duration WATCH_UP = Duration.ofSeconds(2);
  private static final Duration WATCH_DOWN = Duration.ofMillis(250);
  private static final int DEADLOCK_TRIES = 4;

  /** Puts into the database what it shall hold; each part runs in one transaction. */
  public interface Preparation {

    /** What must be there before it is used. */
    void prepare(Handle handle);

    /** What may come a little later; what the database refuses of it waits for the next start. */
    void complete(Handle handle);
  }

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Thread watcher;
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final Object change = new Object();
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean up;
  private String told = "";

  private Database(DatabaseSettings settings) {
    this.pool = new HikariDataSource(poolConfig(settings));
    this.jdbi = Jdbi.create(pool).installPlugin(new Columns());
    this.watcher = Thread.ofVirtual().name("database-watch").unstarted(this::watch);
  }

  /** Returns at once; {@link #up} tells when it can be used. */
  public static Database open(DatabaseSettings settings, Preparation preparation) {
    var database = new Database(settings);
    database.steps.add(database::migrate);
    database.steps.add(() -> database.jdbi.useTransaction(preparation::prepare));
    database.steps.add(() -> database.setUp(true));
    database.steps.add(() -> database.complete(preparation));
    database.watcher.start();
    return database;
  }

  /**
   * For a tool beside the house's engine, whose database it uses as it is. Returns once it can be
   * used; throws {@link Unavailable} when that takes longer.
   */
  public static Database connect(DatabaseSettings settings, Duration limit) {
    var database = new Database(settings);
    database.watcher.start();
    try {
      if (database.awaitUp(limit)) {
        return database;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    database.close();
    throw new Unavailable("database", new IllegalStateException("not connected"));
  }

  private static HikariConfig poolConfig(DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("voltline");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password().reveal());
    config.setMaximumPoolSize(settings.connections());
    // Under MariaDB's usual one, of two who write the same row at once one fails (its error 1020).
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(500);
    config.addDataSourceProperty("connectTimeout", "1000");
    config.addDataSourceProperty("socketTimeout", "10000");
    config.addDataSourceProperty("useBulkStmts", "true");
    return config;
  }

  /** Whether it was reachable, migrated and prepared when last seen. */
  public boolean up() {
    return up;
  }

  /** Waits until it is up; false when the time is over before. */
  boolean awaitUp(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    synchronized (change) {
      while (!up) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        change.wait(left);
      }
      return true;
    }
  }

  /** Runs one transaction; a deadlock is tried again. */
  <T> T transaction(HandleCallback<T, RuntimeException> work) {
    for (int left = DEADLOCK_TRIES - 1; ; left--) {
      try {
        return run(() -> jdbi.inTransaction(work));
      } catch (RuntimeException e) {
        if (left == 0 || !SqlErrors.deadlock(e)) {
          throw e;
        }
      }
    }
  }

  /** Runs statements that need no transaction around them. */
  <T> T read(HandleCallback<T, RuntimeException> work) {
    return run(() -> jdbi.withHandle(work));
  }

  private <T> T run(Supplier<T> work) {
    if (!up) {
      throw new Unavailable("database", new IllegalStateException("not connected"));
    }
    try {
      return work.get();
    } catch (RuntimeException e) {
      if (SqlErrors.connection(e)) {
        if (!SqlErrors.busy(e)) {
          down(e);
        }
        throw new Unavailable("database", e);
      }
      throw e;
    }
  }

  private void watch() {
    while (!closing.get()) {
      try {
        while (!steps.isEmpty()) {
          steps.getFirst().run();
          steps.removeFirst();
        }
        jdbi.useHandle(handle -> handle.execute("SELECT 1"));
        setUp(true);
      } catch (RuntimeException e) {
        if (closing.get()) {
          return;
        }
        down(e);
      }
      pause();
    }
  }

  private void migrate() {
    Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
  }

  private void complete(Preparation preparation) {
    try {
      jdbi.useTransaction(preparation::complete);
    } catch (RuntimeException e) {
      if (SqlErrors.connection(e) || SqlErrors.deadlock(e)) {
        throw e;
      }
      log.error("what may come later waits for the next start", e);
    }
  }

  private void down(RuntimeException why) {
    String message = SqlErrors.message(why);
    synchronized (change) {
      if (up || !message.equals(told)) {
        log.warn("database down: {}", message);
      }
      told = message;
      setUp(false);
    }
  }

  private void setUp(boolean now) {
    synchronized (change) {
      if (now != up) {
        up = now;
        log.info("database {}", now ? "up" : "down");
        change.notifyAll();
        wake.release();
      }
    }
  }

  private void pause() {
    try {
      var _ = wake.tryAcquire((up ? WATCH_UP : WATCH_DOWN).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.set(true);
    }
  }

  @Override
  public void close() {
    closing.set(true);
    setUp(false);
    pool.close();
  }
}
