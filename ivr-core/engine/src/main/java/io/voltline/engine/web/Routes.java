package io.voltline.engine.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.voltline.engine.desk.SignIn;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every address the engine serves, in one place. */
final class Routes {
  private static final long BODY_BYTES = 64 * 1024;

  /** Three minutes at 32 kHz. */
  private static final long SOUND_BYTES = 12 * 1024 * 1024;

  private static final Set<HttpMethod> SENDS = Set.of(HttpMethod.PUT, HttpMethod.POST);

  private static final String API = "/api/v1";

  private final Vertx vertx;
  private final WebSettings settings;
  private final SignIn signIn;
  private final Consumer<Operations> apis;
  private final EventHub events;
  private final Work work;

  Routes(
      Vertx vertx,
      WebSettings settings,
      SignIn signIn,
      Consumer<Operations> apis,
      EventHub events,
      Work work) {
    this.vertx = vertx;
    this.settings = settings;
    this.signIn = signIn;
    this.apis = apis;
    this.events = events;
    this.work = work;
  }

  Router router(Contract contract, List<HealthCheck> checks, Supplier<String> metrics) {
    Router router = Router.router(vertx);
    router.route().handler(Routes::secure).failureHandler(Problems::answer);
    new House(checks, metrics, contract.json()).offer(router, work);
    var eventSocket = new EventSocket(signIn, events, work);
    router.get(API + "/events").handler(eventSocket::open);
    router.get("/sip").handler(new SipProxy(vertx, settings.switchPort())::open);
    router.route(API + "/*").subRouter(api(contract));
    router.route("/api/*").handler(unknown -> unknown.fail(404));
    DeskFiles.offer(router, settings.desk());
    return router;
  }

  private Router api(Contract contract) {
    RouterBuilder api =
        RouterBuilder.create(vertx, contract.openapi(), RequestExtractor.withBodyHandler());
    // The builder's own security knows JWT only.
    api.getRoutes().forEach(route -> route.setDoSecurity(false));
    // In this order: nobody unknown has a body read.
    api.rootHandler(request -> authenticate(request, contract.openapi()));
    var usual = BodyHandler.create(false).setBodyLimit(BODY_BYTES);
    var sound = BodyHandler.create(false).setBodyLimit(SOUND_BYTES);
    api.rootHandler(request -> (isSound(request) ? sound : usual).handle(request));
    api.rootHandler(Routes::readable);
    apis.accept(new Operations(api, work));
    return api.createRouter();
  }

  private void authenticate(RoutingContext request, OpenAPIContract contract) {
    Operation asked = contract.findOperation(request.normalizedPath(), request.request().method());
    // An address the contract does not name may still match a route, as with a slash at its end.
    if (asked != null && asked.getSecurityRequirements().isEmpty()) {
      request.next();
      return;
    }
    request.request().pause();
    work.run(
        request.vertx().getOrCreateContext(),
        () -> signIn.authenticate(Ask.token(request)),
        account -> {
          Ask.signedIn(request, account);
          request.request().resume();
          request.next();
        },
        why -> {
          request.request().resume();
          request.fail(why);
        });
  }

  /** Whatever a client calls a WAV file. */
  private static boolean isSound(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return SENDS.contains(request.request().method()) && type != null && type.startsWith("audio/");
  }

  /** The validator would not tell where JSON is broken. */
  private static void readable(RoutingContext request) {
    Buffer body = request.body().buffer();
    if (body != null && body.length() > 0 && !isSound(request)) {
      Json.check(body);
    }
    request.next();
  }

  private static void secure(RoutingContext request) {
    HttpServerResponse response = request.response();
    response
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "media-src 'self' blob:; font-src 'self' data:; object-src 'none'; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    request.next();
  }
}
