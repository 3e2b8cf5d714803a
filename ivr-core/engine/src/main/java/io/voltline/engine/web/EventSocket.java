package io.voltline.engine.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.SignIn;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;

/**
 * Where a desk listens. It shows its token as the sub-protocol or as the first message, {@code
 * {"token":"…"}}; without a good one it is closed with 4401. With {@code "floor":true} in it a
 * supervisor's desk hears of agents together, by the wall.
 */
final class EventSocket {
  private static final short UNAUTHORIZED = 4401;
  private static final short TRY_LATER = 1013;
  private static final Duration TOKEN_WITHIN = Duration.ofSeconds(10);
  private static final int AT_ONCE = 10_000;

  private record First(String token, Optional<Boolean> floor) {
    @Override
    public String toString() {
      return "First";
    }
  }

  private final SignIn signIn;
  private final EventHub hub;
  private final Work work;
  private final AtomicInteger open = new AtomicInteger();

  EventSocket(SignIn signIn, EventHub hub, Work work) {
    this.signIn = signIn;
    this.hub = hub;
    this.work = work;
  }

  void open(RoutingContext request) {
    if (open.get() >= AT_ONCE) {
      request.fail(new HttpException(503));
      return;
    }
    Vertx vertx = request.vertx();
    request
        .request()
        .toWebSocket()
        .onSuccess(socket -> welcome(vertx, socket))
        .onFailure(e -> request.fail(new HttpException(400, e)));
  }

  private void welcome(Vertx vertx, ServerWebSocket socket) {
    open.incrementAndGet();
    Context loop = vertx.getOrCreateContext();
    long heartbeat = Heartbeat.watch(vertx, socket);
    long patience =
        vertx.setTimer(TOKEN_WITHIN.toMillis(), late -> socket.close(UNAUTHORIZED, "no token"));
    Runnable over =
        () -> {
          open.decrementAndGet();
          vertx.cancelTimer(heartbeat);
          vertx.cancelTimer(patience);
        };
    // Not the end handler: a connection that breaks off never tells of its end.
    socket.closeHandler(closed -> over.run());
    String shown = socket.subProtocol();
    if (shown != null) {
      vertx.cancelTimer(patience);
      authenticate(loop, socket, new First(shown, Optional.empty()), over);
    } else {
      socket.textMessageHandler(
          text -> {
            socket.textMessageHandler(ignored -> {});
            vertx.cancelTimer(patience);
            authenticate(loop, socket, first(text), over);
          });
    }
  }

  private static First first(String message) {
    try {
      return Json.read(Buffer.buffer(message), First.class);
    } catch (JacksonException e) {
      return new First("", Optional.empty());
    }
  }

  private void authenticate(Context loop, ServerWebSocket socket, First first, Runnable over) {
    work.run(
        loop,
        () -> signIn.authenticate(first.token()),
        account -> hub.add(account, socket, first.floor().orElse(false), over),
        failure -> refuse(socket, failure));
  }

  private static void refuse(ServerWebSocket socket, Throwable failure) {
    if (failure instanceof Refused) {
      socket.close(UNAUTHORIZED, "not signed in");
    } else {
      socket.close(TRY_LATER, "try again later");
    }
  }
}
