package io.voltline.bench.agi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.SequencedSet;

/** The switch's side of FastAGI: keeps sessions up, all on the calling thread. */
final class SwitchSide implements AutoCloseable {

  /** As long as Asterisk tries to connect. */
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

  private static final Duration SESSION_LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST_COMMAND = 4_096;

  /** Milliseconds after which limits are looked at. */
  private static final long TICK = 10;

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private record Held(Session session, long untilNanos) {}

  private final Selector selector = Selector.open();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST_COMMAND);
  private final SequencedSet<Session> connecting = new LinkedHashSet<>();
  private final SequencedSet<Session> live = new LinkedHashSet<>();
  private final Queue<Held> held = new ArrayDeque<>();
  private final InetSocketAddress server;
  private final Load load;
  private final Tally tally = new Tally();
  private long calls;
  private boolean keptUp;

  SwitchSide(int port, Load load) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.load = load;
  }

  /** What became of all sessions so far. */
  Tally tally() {
    return tally;
  }

  /** Keeps the load up for a while, then lets those there are come to their end. */
  void run(Duration lasting) throws IOException {
    long began = System.nanoTime();
    long until = began + lasting.toNanos();
    keptUp = true;
    while (System.nanoTime() < until) {
      // All at once at the beginning, then one as another ends.
      while (live.size() < load.atOnce()) {
        open();
      }
      turn();
    }
    keptUp = false;
    tally.keptUp((System.nanoTime() - began) / 1e9);
    while (!live.isEmpty()) {
      turn();
    }
  }

  private void open() throws IOException {
    var session = new Session("bench-1." + calls++);
    live.add(session);
    attempt(
        session,
        () -> {
          if (!session.connect(server, selector)) {
            connecting.add(session);
          }
        });
  }

  private void turn() throws IOException {
    selector.select(this::ready, millisToWait());
    while (!held.isEmpty() && held.element().untilNanos <= System.nanoTime()) {
      Session next = held.remove().session;
      attempt(next, next::reply);
    }
    giveUp(connecting, CONNECT_LIMIT);
    giveUp(live, SESSION_LIMIT);
  }

  /** Until the next is to be answered, and never so long that a limit passes unseen. */
  private long millisToWait() {
    Held next = held.peek();
    return next == null
        ? TICK
        : Math.clamp(Duration.ofNanos(next.untilNanos - System.nanoTime()).toMillis(), 1, TICK);
  }

  private void ready(SelectionKey key) {
    var session = (Session) key.attachment();
    attempt(
        session,
        () -> {
          if (key.isConnectable()) {
            session.connected(key);
            connecting.remove(session);
          } else {
            read(session);
          }
        });
  }

  private void read(Session session) throws IOException {
    switch (session.read(buffer)) {
      case NOTHING -> {}
      case CLOSED -> end(session, session.end());
      case COMMAND -> {
        if (session.first()) {
          tally.firstCommand(session.ageNanos());
        }
        if (session.held() && !load.hold().isZero()) {
          held.add(new Held(session, System.nanoTime() + load.hold().toNanos()));
        } else {
          session.reply();
        }
      }
    }
  }

  private void giveUp(SequencedSet<Session> oldestFirst, Duration limit) {
    while (!oldestFirst.isEmpty() && oldestFirst.getFirst().ageNanos() > limit.toNanos()) {
      end(oldestFirst.getFirst(), Tally.End.TIMED_OUT);
    }
  }

  private void attempt(Session session, Step step) {
    try {
      step.run();
    } catch (ConnectException e) {
      end(session, Tally.End.REFUSED);
    } catch (IOException e) {
      end(session, session.end());
    }
  }

  /** Once a session: one that was given up may still have an answer to come. */
  private void end(Session session, Tally.End how) {
    connecting.remove(session);
    if (live.remove(session)) {
      tally.ended(how, session.inService(), keptUp);
      session.close();
    }
  }

  @Override
  public void close() throws IOException {
    selector.close();
  }
}
