package io.voltline.testkit.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;

/**
 * A port that takes audio nobody listens to; a closed one would answer every packet with an error.
 */
final class RtpSink implements AutoCloseable {
  private static final int SMALL = 4_096;

  private final DatagramSocket socket;

  RtpSink() {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setReceiveBufferSize(SMALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String port() {
    return Integer.toString(socket.getLocalPort());
  }

  @Override
  public void close() {
    socket.close();
  }
}
