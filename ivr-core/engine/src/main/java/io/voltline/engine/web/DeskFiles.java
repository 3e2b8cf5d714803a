package io.voltline.engine.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import java.nio.file.Path;
import java.time.Duration;

/** The built desk at {@code /}. Its assets carry a hash in their names and are kept for a year. */
final class DeskFiles {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final String PAGE = "/index.html";

  private DeskFiles() {}

  static void offer(Router router, Path folder) {
    router
        .route("/assets/*")
        .handler(
            StaticHandler.create(FileSystemAccess.ROOT, folder.resolve("assets").toString())
                .setMaxAgeSeconds(YEAR.toSeconds())
                .setDirectoryListing(false))
        .handler(missing -> missing.fail(404));
    router
        .route()
        .handler(DeskFiles::fresh)
        .handler(
            StaticHandler.create(FileSystemAccess.ROOT, folder.toString())
                .setCachingEnabled(false)
                .setDirectoryListing(false))
        .handler(DeskFiles::page);
  }

  private static void fresh(RoutingContext request) {
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    request.next();
  }

  /** Addresses within the page are the page's own business. */
  private static void page(RoutingContext request) {
    String path = request.normalizedPath();
    boolean withinPage = !path.contains(".") && request.request().method().equals(HttpMethod.GET);
    if (withinPage) {
      request.reroute(PAGE);
    } else {
      request.fail(404);
    }
  }
}
