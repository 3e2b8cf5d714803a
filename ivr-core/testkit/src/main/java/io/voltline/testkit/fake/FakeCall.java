package io.voltline.testkit.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A channel that executes {@code AGI()}: sends the request and answers commands as Asterisk 22
 * does. Dial rings until the test says how it ends.
 */
public final class FakeCall implements AutoCloseable {

  /** Far more than a conversation has. */
  public static final long NO_CUT = Long.MAX_VALUE;

  private final Wire wire;
  private final String uniqueId;
  private final String keys;
  private final Map<String, String> variables = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final CountDownLatch dialEnd = new CountDownLatch(1);
  private volatile boolean hungUp;
  private int pressed;

  private FakeCall(Wire wire, String uniqueId, String keys) {
    this.wire = wire;
    this.uniqueId = uniqueId;
    this.keys = keys;
  }

  /**
   * Connects to an engine.
   *
   * @param keys the key pressed at each prompt that a key may cut; a dash is none
   * @param cutAfter bytes after which the connection breaks off
   */
  public static FakeCall connect(int port, String uniqueId, String keys, long cutAfter)
      throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    return new FakeCall(new Wire(socket, cutAfter), uniqueId, keys);
  }

  /**
   * Runs {@code AGI(agi://…/script)} to its end, on the calling thread; true when it was served.
   */
  public boolean run(String script) {
    try {
      wire.send(request(script, uniqueId));
      while (true) {
        String command = wire.readLine();
        commands.add(command);
        wire.send(reply(command) + "\n");
      }
    } catch (IOException e) {
      return !commands.isEmpty();
    } finally {
      close();
    }
  }

  /** Sends the beginning of a request and nothing more. */
  public void stall() throws IOException {
    wire.send("agi_network: yes\nagi_network_script: inbound\n");
  }

  /** Waits until the engine closes the connection. */
  public void awaitClosed() {
    try {
      while (true) {
        wire.readLine();
      }
    } catch (IOException e) {
      close();
    }
  }

  /** The caller hangs up, whatever is going on. */
  public void hangUp() throws IOException {
    hungUp = true;
    wire.send("HANGUP\n");
    dialEnd.countDown();
  }

  /** The ring or the talk ends; the caller stays. */
  public void endDial(String dialStatus, boolean joined) {
    variables.put("DIALSTATUS", dialStatus);
    if (joined) {
      variables.put("ANSWEREDTIME", "1");
    }
    dialEnd.countDown();
  }

  public String uniqueId() {
    return uniqueId;
  }

  /** What the engine asked for, oldest first. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  public Map<String, String> variables() {
    return variables;
  }

  /** Bytes sent so far. */
  public long sent() {
    return wire.sent();
  }

  @Override
  public void close() {
    dialEnd.countDown();
    wire.close();
  }

  /** What Asterisk 22 says first on a FastAGI connection. */
  public static String request(String script, String uniqueId) {
    return """
        agi_network: yes
        agi_network_script: %1$s
        agi_request: agi://127.0.0.1/%1$s
        agi_channel: PJSIP/trunk-%2$s
        agi_language: zh
        agi_type: PJSIP
        agi_uniqueid: %2$s
        agi_version: 22.10.1
        agi_callerid: 00000000001
        agi_calleridname: unknown
        agi_dnid: 95598
        agi_context: from-trunk
        agi_extension: 95598
        agi_priority: 3
        agi_enhanced: 0.0
        agi_accountcode:\s
        agi_threadid: 1

        """
        .formatted(script, uniqueId);
  }

  private String reply(String command) {
    if (command.startsWith("SET VARIABLE")) {
      String[] quoted = command.split("\"", -1);
      variables.put(quoted[1], quoted[3]);
      return "200 result=1";
    }
    if (command.startsWith("GET VARIABLE")) {
      String value = variables.get(command.split("\"", -1)[1]);
      return value == null ? "200 result=0" : "200 result=1 (" + value + ")";
    }
    if (command.startsWith("EXEC \"Dial\"")) {
      return dial();
    }
    if (hungUp && (command.startsWith("WAIT") || command.startsWith("STREAM"))) {
      return "511 Command Not Permitted on a dead channel or intercept routine";
    }
    if (command.startsWith("STREAM FILE")) {
      boolean cuttable = !command.endsWith("\"\"");
      return "200 result=" + (cuttable ? press() : 0) + " endpos=8000";
    }
    return "200 result=0";
  }

  private int press() {
    char key = pressed < keys.length() ? keys.charAt(pressed++) : '-';
    return key == '-' ? 0 : key;
  }

  private String dial() {
    try {
      dialEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "200 result=" + (hungUp ? -1 : 0);
  }
}
