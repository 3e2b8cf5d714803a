package io.voltline.engine.cluster;

import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.upkeep.Periodic;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * The connection to Redis. After a failure it answers {@link Unavailable} at once for a second, so
 * that a Redis that hangs costs one question its patience and not every question.
 */
public final class Redis implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Redis.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 16;

  private final RedisClient client;
  private final AtomicLong restsUntil = new AtomicLong(System.nanoTime());
  private final AtomicBoolean down = new AtomicBoolean();
  private final Periodic watch = new Periodic("redis-watch", PAUSE, this::answers);
  private volatile boolean answered;

  /**
   * Connects when first asked or watched.
   *
   * @param url {@code redis://user:password@host:port/database}
   * @param timeout for connecting and for each answer
   */
  public Redis(URI url, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    var config =
        DefaultJedisClientConfig.builder()
            .user(JedisURIHelper.getUser(url))
            .password(JedisURIHelper.getPassword(url))
            .database(JedisURIHelper.getDBIndex(url))
            .timeoutMillis(millis)
            .clientName("voltline-engine");
    if (JedisURIHelper.isRedisSSLScheme(url)) {
      config.sslOptions(SslOptions.defaults());
    }
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(timeout);
    this.client =
        RedisClient.builder()
            .hostAndPort(JedisURIHelper.getHostAndPort(url))
            .clientConfig(config.build())
            .poolConfig(pool)
            .build();
  }

  /** Begins to look every second whether Redis answers. */
  public void start() {
    watch.start();
  }

  /** Whether Redis answered when last asked anything. */
  public boolean up() {
    return answered && !down.get();
  }

  private boolean answers() {
    try {
      ask(RedisClient::ping);
      return true;
    } catch (Unavailable e) {
      log.trace("still away", e);
      return false;
    }
  }

  <T> T ask(Function<RedisClient, T> question) {
    if (down.get() && System.nanoTime() - restsUntil.get() < 0) {
      throw new Unavailable("Redis", new JedisException("it did not answer a moment ago"));
    }
    try {
      T answer = question.apply(client);
      answered = true;
      if (down.compareAndSet(true, false)) {
        log.info("Redis answers again");
      }
      return answer;
    } catch (JedisException e) {
      restsUntil.set(System.nanoTime() + PAUSE.toNanos());
      if (down.compareAndSet(false, true)) {
        log.warn("Redis does not answer, going on without: {}", e.getMessage());
      }
      throw new Unavailable("Redis", e);
    }
  }

  @Override
  public void close() {
    watch.close();
    client.close();
  }
}
