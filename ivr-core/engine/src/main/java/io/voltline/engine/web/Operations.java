package io.voltline.engine.web;

import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;

/** Ties the contract's operations to what answers them, off the event loop. */
public final class Operations {

  /** Answers one request; may block. */
  @FunctionalInterface
  interface Answer {
    Reply to(Ask ask) throws Exception;
  }

  /** The part of an answer that may block. */
  @FunctionalInterface
  interface Preparation<T> {
    T of(Ask ask) throws Exception;
  }

  private final RouterBuilder builder;
  private final Work work;

  Operations(RouterBuilder builder, Work work) {
    this.builder = builder;
    this.work = work;
  }

  void answer(String operationId, Answer answer) {
    route(operationId)
        .addHandler(request -> work.answer(request, () -> answer.to(Ask.of(request))));
  }

  /** Prepares off the event loop and sends on it. */
  <T> void send(
      String operationId, Preparation<T> preparation, BiConsumer<RoutingContext, T> sender) {
    route(operationId)
        .addHandler(
            request -> {
              Callable<T> prepare = () -> preparation.of(Ask.of(request));
              work.run(request, prepare, ready -> sender.accept(request, ready));
            });
  }

  private OpenAPIRoute route(String operationId) {
    return Objects.requireNonNull(
        builder.getRoute(operationId), () -> "the contract has no operation " + operationId);
  }
}
