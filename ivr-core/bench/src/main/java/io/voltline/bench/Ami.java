package io.voltline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The control port of a switch on this machine, one question at a time. */
final class Ami implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  /** Signs in. */
  Ami(String host, int port, String secret) {
    try {
      socket = new Socket(host, port);
      socket.setTcpNoDelay(true);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ask("Login", "Username: voltline", "Secret: " + secret, "Events: off");
  }

  /** Asks for an action and gives the answer's headers. */
  synchronized Map<String, String> ask(String action, String... headers) {
    var text = new StringBuilder("Action: " + action + "\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    try {
      socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
      Map<String, String> said = answer();
      if (!"Success".equals(said.get("Response"))) {
        throw new IllegalStateException("the switch refuses " + action + ": " + said);
      }
      if ("start".equals(said.get("EventList"))) {
        while (!"Complete".equals(answer().get("EventList"))) {
          // What the list holds is of no use here.
        }
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> answer() throws IOException {
    var headers = new HashMap<String, String>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return headers;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
