package io.voltline.engine.asterisk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;

/** Where the switch's FastAGI connections come in. */
final class AgiServerSocket implements ServerSocketFacade {

  /** A storm's worth of calls may arrive before the first is accepted. */
  private static final int BACKLOG = 1024;

  private final ServerSocket socket;
  private final Duration requestLimit;

  AgiServerSocket(InetAddress address, int port, Duration requestLimit) throws IOException {
    this.requestLimit = requestLimit;
    socket = new ServerSocket(port, BACKLOG, address);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public SocketConnectionFacade accept() throws IOException {
    Socket connection = socket.accept();
    try {
      connection.setTcpNoDelay(true);
      return new AgiSocket(connection, requestLimit);
    } catch (IOException e) {
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
