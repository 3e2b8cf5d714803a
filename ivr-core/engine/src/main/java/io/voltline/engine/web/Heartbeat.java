package io.voltline.engine.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Closes a WebSocket whose other end no longer answers pings. */
final class Heartbeat {
  private static final Duration EVERY = Duration.ofSeconds(20);
  private static final int MISSED = 2;
  private static final short GOING_AWAY = 1001;

  private Heartbeat() {}

  /**
   * Begins to watch.
   *
   * @return the timer, to be cancelled when the socket is closed
   */
  static long watch(Vertx vertx, ServerWebSocket socket) {
    var open = new AtomicInteger();
    socket.pongHandler(pong -> open.set(0));
    return vertx.setPeriodic(
        EVERY.toMillis(),
        tick -> {
          if (open.incrementAndGet() > MISSED) {
            socket.close(GOING_AWAY, "no answer to pings");
          } else {
            socket.writePing(Buffer.buffer("v"));
          }
        });
  }
}
