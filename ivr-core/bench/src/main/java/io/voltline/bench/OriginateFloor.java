package io.voltline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The peer of a ring: the switch told by AMI to ring a phone, with nothing decided at all. */
final class OriginateFloor implements AutoCloseable {
  private static final int RING_MILLIS = 1_000;

  private final Socket socket;
  private final BufferedReader in;

  /** Signs in to the control port of a switch on this machine. */
  OriginateFloor(String host, int port, String secret) {
    try {
      socket = new Socket(host, port);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      in.readLine();
      send("Action: Login\r\nUsername: voltline\r\nSecret: " + secret + "\r\nEvents: off");
      if (!answer().startsWith("Response: Success")) {
        throw new IllegalStateException("the switch refuses the sign-in");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rings the phone for a second and returns when it was asked to. */
  Instant ring(String agentNo) {
    Instant asked = Instant.now();
    send(
        "Action: Originate\r\nChannel: PJSIP/"
            + agentNo
            + "\r\nApplication: Wait\r\nData: 1\r\nAsync: true\r\nTimeout: "
            + RING_MILLIS);
    String said = answer();
    if (!said.startsWith("Response: Success")) {
      throw new IllegalStateException("the switch refuses to ring " + agentNo + ": " + said);
    }
    return asked;
  }

  private void send(String action) {
    try {
      socket.getOutputStream().write((action + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() {
    try {
      var lines = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        lines.append(line).append('\n');
      }
      return lines.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
