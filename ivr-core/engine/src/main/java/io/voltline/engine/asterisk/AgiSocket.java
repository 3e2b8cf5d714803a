package io.voltline.engine.asterisk;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One FastAGI connection. The request must be there within a time limit and within a size; after it
 * a read may last as long as a talk, where asterisk-java's own socket gives up after hours and
 * takes that for a hang-up.
 */
final class AgiSocket implements SocketConnectionFacade {

  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_REQUEST_LINES = 300;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final StringBuilder unsent = new StringBuilder();
  private final byte[] line = new byte[LONGEST_LINE];
  private final byte[] chunk = new byte[2048];
  private final long requestUntil;
  private int read;
  private int filled;
  private int requestLines;
  private boolean inRequest = true;

  AgiSocket(Socket socket, Duration requestLimit) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.requestUntil = System.nanoTime() + requestLimit.toNanos();
  }

  /** The next line without its end; null when the switch has closed the connection. */
  @Override
  public @Nullable String readLine() throws IOException {
    int length = 0;
    while (true) {
      if (read == filled && !fill()) {
        if (inRequest) {
          // asterisk-java would take half a request for a whole one.
          throw new EOFException("the request broke off");
        }
        return null;
      }
      byte next = chunk[read++];
      if (next == '\n') {
        return line(length);
      }
      if (length == LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
      }
      line[length++] = next;
    }
  }

  private String line(int length) throws IOException {
    if (inRequest) {
      inRequest = length > 0;
      if (++requestLines > MOST_REQUEST_LINES) {
        throw new IOException("a request of more than " + MOST_REQUEST_LINES + " lines");
      }
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    socket.setSoTimeout(inRequest ? left() : 0);
    filled = Math.max(0, in.read(chunk));
    read = 0;
    return filled > 0;
  }

  private int left() throws IOException {
    long millis = Duration.ofNanos(requestUntil - System.nanoTime()).toMillis();
    if (millis <= 0) {
      throw new SocketTimeoutException("the request did not come in time");
    }
    return (int) millis;
  }

  @Override
  public void write(String text) {
    unsent.append(text);
  }

  @Override
  public void flush() throws IOException {
    out.write(unsent.toString().getBytes(StandardCharsets.UTF_8));
    unsent.setLength(0);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  @Override
  public boolean isConnected() {
    return socket.isConnected();
  }

  @Override
  public InetAddress getLocalAddress() {
    return socket.getLocalAddress();
  }

  @Override
  public int getLocalPort() {
    return socket.getLocalPort();
  }

  @Override
  public InetAddress getRemoteAddress() {
    return socket.getInetAddress();
  }

  @Override
  public int getRemotePort() {
    return socket.getPort();
  }
}
