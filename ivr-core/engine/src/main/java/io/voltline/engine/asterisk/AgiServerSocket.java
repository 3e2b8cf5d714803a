package io.voltline.engine.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the switch's FastAGI connections come in, up to a limit. */
final class AgiServerSocket implements ServerSocketFacade {
  private static final Logger log = LoggerFactory.getLogger(AgiServerSocket.class);

  /** A full house may come before the first call is accepted; the kernel may let fewer wait. */
  private static final int BACKLOG = 8_192;

  private final ServerSocket socket;
  private final int limit;
  private final Semaphore room;
  private final Duration requestLimit;

  /**
   * Listens.
   *
   * @param limit most connections at once; one more is closed, and the switch asks another engine
   * @throws IOException when the port is taken
   */
  AgiServerSocket(InetAddress address, int port, int limit, Duration requestLimit)
      throws IOException {
    this.limit = limit;
    this.room = new Semaphore(limit);
    this.requestLimit = requestLimit;
    socket = new ServerSocket(port, BACKLOG, address);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many there are. */
  int connections() {
    return limit - room.availablePermits();
  }

  @Override
  public SocketConnectionFacade accept() throws IOException {
    while (true) {
      Socket connection = socket.accept();
      if (room.tryAcquire()) {
        return letIn(connection);
      }
      log.warn("a call is turned away: {} are here", limit);
      connection.close();
    }
  }

  private AgiSocket letIn(Socket connection) throws IOException {
    try {
      connection.setTcpNoDelay(true);
      return new AgiSocket(connection, requestLimit, room::release);
    } catch (IOException e) {
      room.release();
      connection.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public void setSocketReadTimeout(int millis) {
    // AgiSocket has limits of its own.
  }
}
