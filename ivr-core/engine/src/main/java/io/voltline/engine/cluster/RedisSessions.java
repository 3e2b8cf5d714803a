package io.voltline.engine.cluster;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.desk.Sessions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;

/** Sessions in Redis, one key an agent. */
public final class RedisSessions implements Sessions {
  private static final String END = script("session-end.lua");

  private final Redis redis;

  public RedisSessions(Redis redis) {
    this.redis = redis;
  }

  @Override
  public void put(AgentNo agent, String tokenHash, Duration life) {
    redis.ask(
        r -> r.set(Keys.session(agent), tokenHash, SetParams.setParams().ex(life.toSeconds())));
  }

  @Override
  public Optional<String> find(AgentNo agent) {
    return redis.ask(r -> Optional.ofNullable(r.get(Keys.session(agent))));
  }

  @Override
  public void end(AgentNo agent, String tokenHash, Duration life) {
    List<String> keys = List.of(Keys.session(agent));
    List<String> arguments = List.of(tokenHash, Long.toString(life.toSeconds()));
    redis.ask(r -> r.eval(END, keys, arguments));
  }

  private static String script(String name) {
    try (InputStream in = RedisSessions.class.getResourceAsStream("/redis/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
