package io.voltline.engine.asterisk;

import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.MappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;

/** asterisk-java's FastAGI server on virtual threads and on a socket of our own. */
final class AgiServer extends DefaultAgiServer {

  private final AgiServerSocket socket;
  private final int limit;

  /**
   * @param limit most connections at once; one more is closed, and the switch asks another engine
   */
  AgiServer(AgiServerSocket socket, int limit, MappingStrategy scripts) {
    super(scripts);
    this.socket = socket;
    this.limit = limit;
  }

  @Override
  protected ServerSocketFacade createServerSocket() {
    return socket;
  }

  @Override
  protected ThreadPoolExecutor createPool() {
    return new ThreadPoolExecutor(
        0,
        limit,
        1,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofVirtual().name("agi-", 0).factory());
  }

  /** Accepts until {@link #shutdown}. */
  void serve() {
    try {
      startup();
    } catch (IOException e) {
      throw new IllegalStateException("the socket is open already", e);
    }
  }
}
