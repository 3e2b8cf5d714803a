package io.voltline.engine.asterisk;

import java.io.IOException;
import java.util.concurrent.ThreadFactory;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.MappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;

/** asterisk-java's FastAGI server with a virtual thread for each call, on a socket of our own. */
final class AgiServer extends DefaultAgiServer {

  private final AgiServerSocket socket;
  private final ThreadFactory threads = Thread.ofVirtual().name("agi-", 0).factory();

  AgiServer(AgiServerSocket socket, MappingStrategy scripts) {
    super(null, scripts, AgiLine::new);
    this.socket = socket;
  }

  @Override
  protected ServerSocketFacade createServerSocket() {
    return socket;
  }

  /** Without its pool: the socket lets in no more than there is room for. */
  @Override
  protected void execute(Runnable call) {
    threads.newThread(call).start();
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
