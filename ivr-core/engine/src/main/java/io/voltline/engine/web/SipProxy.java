package io.voltline.engine.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes a browser phone's WebSocket on to the switch, so that one origin and one certificate serve
 * the desk. Open to anybody, as a browser can't send a token with it: the switch itself asks every
 * phone for its password, and the number of connections and the size of messages are bounded.
 */
final class SipProxy {
  private static final int AT_ONCE = 2_000;
  private static final int MESSAGE_BYTES = 64 * 1024;
  private static final int WAITING_BYTES = 256 * 1024;
  private static final long CONNECT_MS = 3_000;
  private static final String SIP = "sip";

  private final Vertx vertx;
  private final WebSocketClient client;
  private final WebSocketConnectOptions upstream;
  private final AtomicInteger open = new AtomicInteger();

  SipProxy(Vertx vertx, int switchPort) {
    this.vertx = vertx;
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(AT_ONCE)
                .setMaxFrameSize(MESSAGE_BYTES)
                .setMaxMessageSize(MESSAGE_BYTES));
    this.upstream =
        new WebSocketConnectOptions()
            .setHost("127.0.0.1")
            .setPort(switchPort)
            .setURI("/ws")
            .setTimeout(CONNECT_MS)
            .addSubProtocol(SIP);
  }

  void open(RoutingContext request) {
    String offered = request.request().getHeader("Sec-WebSocket-Protocol");
    if (!SIP.equals(offered)) {
      request.fail(new HttpException(400));
      return;
    }
    if (open.incrementAndGet() > AT_ONCE) {
      open.decrementAndGet();
      request.fail(new HttpException(503));
      return;
    }
    request.request().pause();
    client
        .connect(upstream)
        .onSuccess(
            up -> {
              up.pause();
              request
                  .request()
                  .toWebSocket()
                  .onSuccess(down -> join(down, up))
                  .onFailure(
                      e -> {
                        open.decrementAndGet();
                        up.close();
                      });
            })
        .onFailure(
            e -> {
              open.decrementAndGet();
              request.request().resume();
              request.fail(new HttpException(502, e));
            });
  }

  private void join(ServerWebSocket down, WebSocketBase up) {
    long heartbeat = Heartbeat.watch(vertx, down);
    pass(down, up);
    pass(up, down);
    down.closeHandler(
        closed -> {
          open.decrementAndGet();
          vertx.cancelTimer(heartbeat);
          close(down, up);
        });
    up.closeHandler(closed -> close(up, down));
    up.resume();
  }

  /** A slow reader holds the sender back, not the memory. */
  private static void pass(WebSocketBase from, WebSocketBase to) {
    to.setWriteQueueMaxSize(WAITING_BYTES);
    from.frameHandler(
        frame -> {
          if (frame.isText() || frame.isBinary() || frame.isContinuation()) {
            to.writeFrame(frame);
            if (to.writeQueueFull()) {
              from.pause();
              to.drainHandler(drained -> from.resume());
            }
          }
        });
  }

  private static void close(WebSocketBase from, WebSocketBase to) {
    if (to.isClosed()) {
      return;
    }
    Short status = from.closeStatusCode();
    String reason = from.closeReason();
    if (status == null || status == 1005 || status == 1006) {
      to.close();
    } else {
      to.close(status, reason == null ? "" : reason);
    }
  }
}
