package io.voltline.bench.agi;

import io.voltline.testkit.fake.FakeCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One {@code AGI()} as the switch executes it, on a connection that never blocks. */
final class Session {

  /** What came of reading. */
  enum Progress {
    NOTHING,
    COMMAND,
    CLOSED
  }

  private record Exchange(String command, String reply) {}

  /** An IVR's five commands, and the status that asterisk-java's server sets at the end. */
  private static final List<Exchange> EXCHANGES =
      List.of(
          new Exchange("ANSWER", "200 result=0"),
          new Exchange("STREAM FILE", "200 result=0 endpos=8000"),
          new Exchange("WAIT FOR DIGIT", "200 result=0"),
          new Exchange("GET VARIABLE", "200 result=1 (general)"),
          new Exchange("SET VARIABLE", "200 result=1"),
          new Exchange("SET VARIABLE", "200 result=1"));

  private static final int HELD = 3;
  private static final int WHOLE = 5;

  private final long beganNanos = System.nanoTime();
  private final String uniqueId;
  private final SocketChannel channel;
  private String begunLine = "";
  private int commands;

  Session(String uniqueId) throws IOException {
    this.uniqueId = uniqueId;
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Begins to connect; true when that is done already. */
  boolean connect(InetSocketAddress server, Selector selector) throws IOException {
    boolean connected = channel.connect(server);
    SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    if (connected) {
      request(key);
    }
    return connected;
  }

  /** The selector says that the connection stands, or that there is none. */
  void connected(SelectionKey key) throws IOException {
    channel.finishConnect();
    request(key);
  }

  private void request(SelectionKey key) throws IOException {
    key.interestOps(SelectionKey.OP_READ);
    write(FakeCall.request("inbound", uniqueId));
  }

  /** Reads what there is, by way of a buffer that anybody may use afterwards. */
  Progress read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      return Progress.CLOSED;
    }
    begunLine += StandardCharsets.UTF_8.decode(buffer.flip());
    if (!begunLine.endsWith("\n")) {
      return Progress.NOTHING;
    }
    if (commands == EXCHANGES.size() || !begunLine.startsWith(EXCHANGES.get(commands).command)) {
      throw new IllegalStateException("command " + (commands + 1) + " is " + begunLine);
    }
    begunLine = "";
    commands++;
    return Progress.COMMAND;
  }

  /** Whether the command that came last is the one the switch takes its time for. */
  boolean held() {
    return commands == HELD;
  }

  /** Answers the command that came last. */
  void reply() throws IOException {
    write(EXCHANGES.get(commands - 1).reply + "\n");
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (channel.write(ByteBuffer.wrap(bytes)) < bytes.length) {
      throw new IllegalStateException("a connection takes less than " + bytes.length + " bytes");
    }
  }

  /** How it ended, now that the server has closed or reset the connection. */
  Tally.End end() {
    if (commands >= WHOLE) {
      return Tally.End.SERVED;
    }
    return inService() ? Tally.End.BROKEN_OFF : Tally.End.REJECTED;
  }

  /** Whether a command came. */
  boolean inService() {
    return commands > 0;
  }

  /** Whether only one did. */
  boolean first() {
    return commands == 1;
  }

  /** Since it began to connect. */
  long ageNanos() {
    return System.nanoTime() - beganNanos;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
