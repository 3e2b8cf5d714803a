package io.voltline.engine.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a failed request. */
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final int INTERNAL = 500;

  private Problems() {}

  static void answer(RoutingContext request) {
    Throwable failure = request.failure();
    Problem problem =
        failure == null
            ? Problem.ofStatus(request.statusCode())
            : Problem.of(failure, request.statusCode());
    if (problem.status() == INTERNAL) {
      log.error("{} {} failed", request.request().method(), request.normalizedPath(), failure);
    }
    send(request, problem);
  }

  private static void send(RoutingContext request, Problem problem) {
    var response = request.response();
    if (response.headWritten() || response.closed()) {
      request.request().connection().close();
      return;
    }
    problem
        .retryAfter()
        .ifPresent(
            pause ->
                response.putHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds()))));
    var body = new LinkedHashMap<String, Object>();
    body.put("type", problem.type());
    body.put("title", problem.title());
    body.put("status", problem.status());
    body.put("detail", problem.detail());
    problem.agentNo().ifPresent(agent -> body.put("agentNo", agent.value()));
    body.put("instance", request.normalizedPath());
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Json.write(body));
  }
}
