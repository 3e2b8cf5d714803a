package io.voltline.engine.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What operators and other programs ask: health, metrics and the contract itself. */
final class House {
  private record Ready(String status, Map<String, String> checks) {}

  private final List<HealthCheck> checks;
  private final Supplier<String> metrics;
  private final Buffer contract;

  House(List<HealthCheck> checks, Supplier<String> metrics, Buffer contract) {
    this.checks = List.copyOf(checks);
    this.metrics = metrics;
    this.contract = contract;
  }

  void offer(Router router, Work work) {
    router.get("/health/live").handler(request -> json(request, 200, Map.of("status", "UP")));
    router.get("/health/ready").handler(this::ready);
    router
        .get("/metrics")
        .handler(request -> work.run(request, metrics::get, text -> metrics(request, text)));
    router.get("/openapi.json").handler(request -> send(request, "application/json", contract));
  }

  private void ready(RoutingContext request) {
    var found = new LinkedHashMap<String, String>();
    checks.forEach(check -> found.put(check.name(), check.up().getAsBoolean() ? "UP" : "DOWN"));
    boolean up = !found.containsValue("DOWN");
    json(request, up ? 200 : 503, new Ready(up ? "UP" : "DOWN", found));
  }

  private static void metrics(RoutingContext request, String text) {
    send(request, "text/plain; version=0.0.4; charset=utf-8", Buffer.buffer(text));
  }

  private static void json(RoutingContext request, int status, Object body) {
    request.response().setStatusCode(status);
    send(request, "application/json", Json.write(body));
  }

  private static void send(RoutingContext request, String type, Buffer body) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }
}
