package io.voltline.engine.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after something at once and then again and again, on a thread of its own, until closed. */
public final class Periodic implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Periodic.class);
  private static final Duration SOON = Duration.ofSeconds(1);

  /** One look. */
  @FunctionalInterface
  public interface Look {

    /** False when nothing could be seen because a neighbour is away: it is tried again soon. */
    boolean take() throws Exception;
  }

  private final String what;
  private final Duration every;
  private final Look look;
  private final ScheduledExecutorService timer;

  /**
   * Begins once it is started.
   *
   * @param what it looks after, for the log and the thread
   * @param every how long after a look the next one comes
   */
  public Periodic(String what, Duration every, Look look) {
    this.what = what;
    this.every = every;
    this.look = look;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(what).factory());
  }

  public void start() {
    next(Duration.ZERO);
  }

  @Override
  public void close() {
    synchronized (timer) {
      timer.shutdownNow();
    }
  }

  private void next(Duration pause) {
    synchronized (timer) {
      if (!timer.isShutdown()) {
        var _ = timer.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void run() {
    boolean seen = true;
    try {
      seen = look.take();
    } catch (Exception e) {
      log.error("{} failed and is tried again in {}", what, every, e);
    }
    next(seen ? every : shorter());
  }

  private Duration shorter() {
    return SOON.compareTo(every) < 0 ? SOON : every;
  }
}
