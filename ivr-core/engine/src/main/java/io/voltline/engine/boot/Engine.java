package io.voltline.engine.boot;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.voltline.engine.cluster.Redis;
import io.voltline.engine.cluster.RedisPresences;
import io.voltline.engine.cluster.RedisSessions;
import io.voltline.engine.config.Settings;
import io.voltline.engine.dispatch.Dispatcher;
import java.net.URI;
import java.time.InstantSource;

/** All parts of one engine. */
final class Engine implements AutoCloseable {
  private final Parts parts = new Parts();

  private Engine() {}

  /**
   * Starts everything that can be started without waiting for a neighbour: each part finds its
   * neighbour when it comes up.
   *
   * @throws StartFailed when a part can't, with all that were started stopped again
   */
  static Engine start(Settings settings) throws StartFailed {
    Engine engine = new Engine();
    try {
      engine.wire(settings, InstantSource.system());
      return engine;
    } catch (StartFailed | RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private void wire(Settings settings, InstantSource clock) throws StartFailed {
    var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var redis = new Redis(URI.create(settings.redis().url().reveal()), settings.redis().timeout());
    parts.stopping("redis", redis::close);
    var sessions = new RedisSessions(redis);
    var presences = new RedisPresences(redis, settings.node());
    var dispatcher = new Dispatcher(settings.routing(), clock, settings.mailbox(), metrics);
  }

  @Override
  public void close() {
    parts.close();
  }
}
