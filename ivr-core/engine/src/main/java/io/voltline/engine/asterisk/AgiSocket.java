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
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One FastAGI connection. The request must be there within a time limit and within a size; after it
 * a read may last as long as a talk, where asterisk-java's own socket gives up after hours and
 * takes that for a hang-up.
 */
final class AgiSocket implements SocketConnectionFacade {

  private static final int USUAL_REQUEST = 1024;
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_REQUEST_LINES = 300;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final Runnable onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final StringBuilder unsent = new StringBuilder();
  private final long requestUntil;

  /** What was read, from {@code begin} to {@code end} not handed on yet. Grows to a longer line. */
  private byte[] bytes = new byte[USUAL_REQUEST];

  private int begin;
  private int end;
  private int requestLines;
  private boolean inRequest = true;

  /**
   * @param requestLimit within which the request must be there
   * @param onClose called once, before the other side can know that this connection is over
   */
  AgiSocket(Socket socket, Duration requestLimit, Runnable onClose) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.onClose = onClose;
    this.requestUntil = System.nanoTime() + requestLimit.toNanos();
  }

  /** The next line without its end; null when the switch has closed the connection. */
  @Override
  public @Nullable String readLine() throws IOException {
    int at = begin;
    while (true) {
      if (at == end) {
        int length = at - begin;
        if (!fill()) {
          if (inRequest) {
            // asterisk-java would take half a request for a whole one.
            throw new EOFException("the request broke off");
          }
          return null;
        }
        at = begin + length;
      }
      if (bytes[at] == '\n') {
        return line(at);
      }
      at++;
    }
  }

  private String line(int newline) throws IOException {
    var line = new String(bytes, begin, newline - begin, StandardCharsets.UTF_8);
    begin = newline + 1;
    if (inRequest) {
      countInRequest(line);
    }
    return line;
  }

  private void countInRequest(String line) throws IOException {
    if (++requestLines > MOST_REQUEST_LINES) {
      throw new IOException("a request of more than " + MOST_REQUEST_LINES + " lines");
    }
    if (line.isEmpty()) {
      inRequest = false;
      socket.setSoTimeout(0);
    }
  }

  /** Reads on behind the line that has begun; false when there is nothing more to come. */
  private boolean fill() throws IOException {
    makeRoom();
    if (inRequest) {
      socket.setSoTimeout(left());
    }
    int read = in.read(bytes, end, bytes.length - end);
    end += Math.max(0, read);
    return read > 0;
  }

  private void makeRoom() throws IOException {
    if (begin > 0) {
      System.arraycopy(bytes, begin, bytes, 0, end - begin);
      end -= begin;
      begin = 0;
    }
    if (end > LONGEST_LINE) {
      throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
    }
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * end, LONGEST_LINE + 1));
    }
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
    if (closed.compareAndSet(false, true)) {
      onClose.run();
    }
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
