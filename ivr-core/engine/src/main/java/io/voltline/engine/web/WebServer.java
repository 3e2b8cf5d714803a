package io.voltline.engine.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.voltline.engine.desk.SignIn;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP and HTTPS servers. */
public final class WebServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WebServer.class);
  private static final int LOOPS = 2;
  private static final int IDLE_SECONDS = 90;
  private static final int START_SECONDS = 30;
  private static final int STOP_SECONDS = 5;
  private static final int FRAME_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final Work work;

  private WebServer(Vertx vertx, Work work) {
    this.vertx = vertx;
    this.work = work;
  }

  /**
   * Listens, or throws IllegalStateException that names the address it can't listen on.
   *
   * @param checks what must be up for the engine to be ready
   * @param metrics in Prometheus' text format
   */
  public static WebServer start(
      WebSettings settings,
      DeskServices services,
      EventHub events,
      List<HealthCheck> checks,
      Supplier<String> metrics,
      InstantSource clock) {
    var apis = new Apis(services, settings, events, clock);
    return start(settings, services.people().signIn(), apis::offer, events, checks, metrics);
  }

  /** The same, whatever answers the contract's operations. */
  public static WebServer start(
      WebSettings settings,
      SignIn signIn,
      Consumer<Operations> apis,
      EventHub events,
      List<HealthCheck> checks,
      Supplier<String> metrics) {
    Vertx vertx = Vertx.vertx();
    var server = new WebServer(vertx, new Work());
    var routes = new Routes(vertx, settings, signIn, apis, events, server.work);
    Future<String> listening =
        Contract.load(vertx)
            .map(contract -> routes.router(contract, checks, metrics))
            .compose(router -> server.listen(settings, router));
    try {
      listening.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
      return server;
    } catch (ExecutionException | TimeoutException e) {
      server.close();
      throw new IllegalStateException(
          "the web server can't start on %s:%d and %d: %s"
              .formatted(
                  settings.bind(), settings.httpPort(), settings.httpsPort(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      server.close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Future<String> listen(WebSettings settings, Router router) {
    return vertx.deployVerticle(
        () -> new Listener(settings, router), new DeploymentOptions().setInstances(LOOPS));
  }

  /** One event loop's share of the connections. */
  private static final class Listener extends VerticleBase {
    private final WebSettings settings;
    private final Router router;

    Listener(WebSettings settings, Router router) {
      this.settings = settings;
      this.router = router;
    }

    @Override
    public Future<?> start() {
      var plain = options(settings).setPort(settings.httpPort());
      var secure =
          options(settings)
              .setPort(settings.httpsPort())
              .setSsl(true)
              .setKeyCertOptions(
                  new PemKeyCertOptions()
                      .setCertPath(settings.certificate().toString())
                      .setKeyPath(settings.key().toString()));
      return Future.all(listen(plain), listen(secure));
    }

    private Future<?> listen(HttpServerOptions options) {
      return vertx.createHttpServer(options).requestHandler(router).listen();
    }

    private static HttpServerOptions options(WebSettings settings) {
      return new HttpServerOptions()
          .setHost(settings.bind())
          .setIdleTimeout(IDLE_SECONDS)
          // Over HTTP/2 Vert.x may send a file as it is and still call it compressed.
          .setHttp2ClearTextEnabled(false)
          .setCompressionSupported(true)
          // Each socket would compress the wall anew, and pops would wait behind that.
          .setPerMessageWebSocketCompressionSupported(false)
          .setPerFrameWebSocketCompressionSupported(false)
          .setMaxWebSocketFrameSize(FRAME_BYTES)
          .setMaxWebSocketMessageSize(FRAME_BYTES)
          // A desk may show its token as the sub-protocol, so any is accepted; /sip checks its own.
          .setWebSocketSubProtocols(List.of("*"));
    }
  }

  @Override
  public void close() {
    work.close();
    try {
      vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.warn("the web server did not stop in time: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
