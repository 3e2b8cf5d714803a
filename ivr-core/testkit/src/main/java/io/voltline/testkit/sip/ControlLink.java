package io.voltline.testkit.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The far side of SIPp's third-party control link: SIPp connects, its {@code sendCmd} says what
 * happened, its {@code recvCmd} waits for an order. A message is text closed by an ESC; its {@code
 * Call-ID} line names the call.
 */
final class ControlLink implements AutoCloseable {
  private static final int ESC = 27;

  private final ServerSocket server;
  private final CompletableFuture<Socket> sipp = new CompletableFuture<>();
  private final Set<String> given = ConcurrentHashMap.newKeySet();

  private ControlLink(ServerSocket server) {
    this.server = server;
  }

  /**
   * What SIPp says.
   *
   * @param callId SIP's Call-ID
   * @param words of its {@code Event} line, at least one
   */
  record Signal(String callId, List<String> words) {
    String name() {
      return words.getFirst();
    }
  }

  /** Listens on a port of its own. Signals come one after the other on a thread of the link. */
  static ControlLink open(Consumer<Signal> listener) {
    try {
      ControlLink link = new ControlLink(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      Thread.ofPlatform().daemon().name("sipp-control").start(() -> link.serve(listener));
      return link;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The option that leads SIPp here. */
  String[] option() {
    return new String[] {"-3pcc", "127.0.0.1:" + server.getLocalPort()};
  }

  /**
   * Gives an order to a call, once: SIPp gives a call up, without a goodbye, that is told what it
   * does not wait for. Nothing happens when that call is over.
   */
  void order(String callId, String word) {
    if (!given.add(callId + " " + word)) {
      return;
    }
    String message = "Call-ID: %s\r\nOrder: %s\r\n\r\n".formatted(callId, word) + (char) ESC;
    try {
      sipp.join().getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("SIPp is gone", e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      if (sipp.isDone()) {
        sipp.join().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Consumer<Signal> listener) {
    try (Socket socket = server.accept()) {
      sipp.complete(socket);
      InputStream in = socket.getInputStream();
      StringBuilder message = new StringBuilder();
      for (int read = in.read(); read >= 0; read = in.read()) {
        if (read == ESC) {
          listener.accept(new Signal(line(message, "Call-ID: "), words(message)));
          message.setLength(0);
        } else {
          message.append((char) read);
        }
      }
    } catch (IOException e) {
      // Closed, by SIPp's end or by ours.
      return;
    }
  }

  /** SIPp gives a call up when something comes that its scenario does not wait for, and says so. */
  private static List<String> words(CharSequence message) {
    if (line(message, "internal-cmd: ").equals("abort_call")) {
      return List.of("ended");
    }
    return List.of(line(message, "Event: ").split(" "));
  }

  private static String line(CharSequence message, String name) {
    return message
        .toString()
        .lines()
        .filter(line -> line.regionMatches(true, 0, name, 0, name.length()))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse("");
  }
}
