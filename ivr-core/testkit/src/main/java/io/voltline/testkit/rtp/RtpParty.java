package io.voltline.testkit.rtp;

import io.voltline.testkit.audio.ALaw;
import io.voltline.testkit.audio.Ear;
import io.voltline.testkit.audio.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The mouth and the ear of one party of a call: a UDP port on loopback that sends its voice and its
 * key presses in G.711 A-law, a packet every 20 ms, and listens to what comes back. Sends nothing
 * until it is told where to.
 */
public final class RtpParty implements AutoCloseable {
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final DatagramSocket socket;
  private final Ear ear = new Ear();
  private final int source = ThreadLocalRandom.current().nextInt();
  private final Queue<List<byte[]>> keys = new ConcurrentLinkedQueue<>();
  private volatile Voice voice = Voice.silence();
  private volatile @Nullable InetSocketAddress farEnd;
  private volatile long lastHeard;
  private final StringBuilder keysHeard = new StringBuilder();
  private int lastKeyAt;
  private int sequence;
  private int timestamp;
  private Iterator<byte[]> press = Collections.emptyIterator();
  private int pressBegan;

  private RtpParty(DatagramSocket socket) {
    this.socket = socket;
  }

  /** A party on an even port of its own. */
  public static RtpParty open() {
    try {
      RtpParty party = new RtpParty(evenSocket());
      Thread.ofPlatform().daemon().name("rtp-in-" + party.port()).start(party::listen);
      Thread.ofPlatform().daemon().name("rtp-out-" + party.port()).start(party::talk);
      return party;
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The UDP port, for the session description. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Sends to {@code farEnd} from now on. */
  public void connect(InetSocketAddress farEnd) {
    this.farEnd = farEnd;
  }

  /** Sends nothing from now on. */
  public void disconnect() {
    farEnd = null;
  }

  /** Says this from now on. */
  public void say(Voice voice) {
    this.voice = voice;
  }

  /** Presses a key; the voice pauses for the 220 ms that this takes. */
  public void press(char key) {
    keys.add(KeyPress.payloads(key));
  }

  /** What this party hears. */
  public Ear ear() {
    return ear;
  }

  /** The keys this party heard pressed, the first one first. */
  public synchronized String keysHeard() {
    return keysHeard.toString();
  }

  /** Falls silent and gives the port back. */
  @Override
  public void close() {
    socket.close();
  }

  private void talk() {
    long next = System.nanoTime();
    while (!socket.isClosed()) {
      tick();
      next += FRAME_NANOS;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private void tick() {
    if (System.nanoTime() - lastHeard > GAP_NANOS && lastHeard != 0) {
      ear.hear(new short[Voice.FRAME]);
    }
    InetSocketAddress to = farEnd;
    if (to == null) {
      return;
    }
    byte[] bytes = nextPacket().toBytes();
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      // The far end is gone or this party closes; a packet lost on the way is what RTP lives with.
    }
  }

  private RtpPacket nextPacket() {
    timestamp += Voice.FRAME;
    sequence++;
    List<byte[]> next = press.hasNext() ? null : keys.poll();
    if (next != null) {
      press = next.iterator();
      pressBegan = timestamp;
    }
    // All packets of a press carry the time at which it began.
    return press.hasNext()
        ? packet(RtpPacket.TELEPHONE_EVENT, next != null, pressBegan, press.next())
        : packet(RtpPacket.PCMA, false, timestamp, ALaw.encode(voice.next()));
  }

  private RtpPacket packet(int payloadType, boolean marker, int at, byte[] payload) {
    return new RtpPacket(payloadType, marker, sequence & 0xffff, at, source, payload);
  }

  private void listen() {
    DatagramPacket datagram = new DatagramPacket(new byte[2_048], 2_048);
    while (!socket.isClosed()) {
      try {
        socket.receive(datagram);
      } catch (IOException e) {
        // Closed, or the far end's port was: the loop's condition tells which.
        continue;
      }
      RtpPacket.parse(datagram.getData(), datagram.getLength()).ifPresent(this::take);
    }
  }

  private void take(RtpPacket packet) {
    if (packet.payloadType() == RtpPacket.PCMA) {
      hear(packet);
    } else if (packet.payloadType() == RtpPacket.TELEPHONE_EVENT) {
      hearKey(packet);
    }
  }

  /** All packets of a press carry the time at which it began. */
  private synchronized void hearKey(RtpPacket packet) {
    if (packet.timestamp() != lastKeyAt || keysHeard.isEmpty()) {
      lastKeyAt = packet.timestamp();
      KeyPress.key(packet.payload()).ifPresent(keysHeard::append);
    }
  }

  private void hear(RtpPacket packet) {
    lastHeard = System.nanoTime();
    ear.hear(ALaw.decode(packet.payload(), 0, packet.payload().length));
  }

  private static DatagramSocket evenSocket() throws SocketException {
    while (true) {
      DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      if (socket.getLocalPort() % 2 == 0) {
        return socket;
      }
      socket.close();
    }
  }
}
