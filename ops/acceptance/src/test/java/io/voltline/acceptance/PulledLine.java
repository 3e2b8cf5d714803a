package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A browser's line to the house's web server that can be pulled out and plugged in again. */
final class PulledLine implements AutoCloseable {
  private final House house;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean plugged = true;

  private PulledLine(House house, ServerSocket door) {
    this.house = house;
    this.door = door;
  }

  static PulledLine to(House house) {
    try {
      PulledLine line =
          new PulledLine(house, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("line").start(line::serve);
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the browser goes instead of to the house. */
  int port() {
    return door.getLocalPort();
  }

  void pull() {
    plugged = false;
    open.forEach(PulledLine::end);
  }

  void plugIn() {
    plugged = true;
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(PulledLine::end);
  }

  private void serve() {
    while (true) {
      try {
        Socket browser = door.accept();
        if (plugged) {
          Socket server = new Socket(house.http().getHost(), house.http().getPort());
          carry(browser, server);
          carry(server, browser);
        } else {
          end(browser);
        }
      } catch (IOException e) {
        if (door.isClosed()) {
          return;
        }
      }
    }
  }

  private void carry(Socket from, Socket to) {
    open.add(from);
    if (!plugged) {
      end(from);
    }
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException e) {
                // Whoever ended it, both ends are over.
              }
              open.remove(from);
              end(from);
              end(to);
            });
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
