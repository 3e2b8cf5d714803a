package io.voltline.testkit.fake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A line-wise connection that closes itself when it has sent a number of bytes. */
final class Wire implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final long cutAfter;
  private long sent;

  /**
   * @param cutAfter how many bytes may go out before the connection breaks off
   */
  Wire(Socket socket, long cutAfter) throws IOException {
    socket.setTcpNoDelay(true);
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.cutAfter = cutAfter;
  }

  /** Sends, up to the byte at which this wire breaks; then the connection is closed. */
  synchronized void send(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = (int) Math.min(bytes.length, cutAfter - sent);
    out.write(bytes, 0, length);
    out.flush();
    sent += length;
    if (sent >= cutAfter) {
      close();
      throw new EOFException("cut after " + sent + " bytes");
    }
  }

  /** How many bytes went out. */
  synchronized long sent() {
    return sent;
  }

  /** The next line without its end. */
  String readLine() throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("closed by the other side");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
