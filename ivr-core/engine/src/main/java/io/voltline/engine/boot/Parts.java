package io.voltline.engine.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs, to be stopped in the opposite order; one that fails to stop holds no other up. */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  /** Starts or stops a part. */
  interface Action {
    void run() throws Exception;
  }

  private record Part(String name, Action stop) {}

  private final Deque<Part> parts = new ArrayDeque<>();

  /** Remembers how to stop what runs already. */
  void stopping(String name, Action stop) {
    parts.push(new Part(name, stop));
  }

  /** Starts a part and remembers how to stop it. */
  void start(String name, Action start, Action stop) throws StartFailed {
    try {
      start.run();
    } catch (Exception e) {
      throw new StartFailed(name + ": " + e.getMessage(), e);
    }
    stopping(name, stop);
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      try {
        part.stop().run();
        log.debug("stopped {}", part.name());
      } catch (Exception e) {
        log.error("could not stop {} in order", part.name(), e);
      }
    }
  }
}
