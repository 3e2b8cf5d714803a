package io.voltline.engine.web;

import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Runs what may block on virtual threads, so that the event loops never wait. Bounded: when too
 * much runs at once, further requests are told so at once.
 */
final class Work implements AutoCloseable {
  private static final int AT_ONCE = 512;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("web-", 0).factory());
  private final Semaphore room = new Semaphore(AT_ONCE);

  /** Does the work and gives its result back on the request's own event loop. */
  <T> void run(RoutingContext request, Callable<T> work, Consumer<T> then) {
    run(request.vertx().getOrCreateContext(), work, then, request::fail);
  }

  /** Does the work and gives its result, or why there is none, back on an event loop. */
  <T> void run(Context loop, Callable<T> work, Consumer<T> then, Consumer<Throwable> otherwise) {
    if (!room.tryAcquire()) {
      otherwise.accept(new HttpException(503));
      return;
    }
    threads.execute(
        () -> {
          try {
            T result = work.call();
            loop.runOnContext(done -> then.accept(result));
          } catch (Exception e) {
            loop.runOnContext(done -> otherwise.accept(e));
          } finally {
            room.release();
          }
        });
  }

  /** Does the work and answers with its reply. */
  void answer(RoutingContext request, Callable<Reply> work) {
    run(request, work, reply -> send(request, reply));
  }

  private static void send(RoutingContext request, Reply reply) {
    var response = request.response().setStatusCode(reply.status());
    if (response.closed()) {
      return;
    }
    if (reply.body().isEmpty()) {
      response.end();
    } else {
      response
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end(
              Ask.reader(request)
                  .map(role -> Json.write(reply.body().get(), role))
                  .orElseGet(() -> Json.write(reply.body().get())));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
