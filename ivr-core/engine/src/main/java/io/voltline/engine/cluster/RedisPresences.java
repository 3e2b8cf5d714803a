package io.voltline.engine.cluster;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.Presences;
import io.voltline.engine.dispatch.AgentView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractTransaction;

/** Agents' states in Redis, one hash an agent. */
public final class RedisPresences implements Presences {
  private static final Logger log = LoggerFactory.getLogger(RedisPresences.class);
  private static final Duration LIFE = Duration.ofDays(7);

  private final Redis redis;
  private final String node;

  /** Writes as the engine of this name. */
  public RedisPresences(Redis redis, String node) {
    this.redis = redis;
    this.node = node;
  }

  @Override
  public void put(List<AgentView> agents) {
    redis.ask(
        r -> {
          try (AbstractTransaction all = r.multi()) {
            for (AgentView agent : agents) {
              String key = Keys.presence(agent.agent());
              all.del(key);
              all.hset(key, fields(agent));
              all.expire(key, LIFE.toSeconds());
            }
            return all.exec();
          }
        });
  }

  @Override
  public Optional<AgentView> find(AgentNo agent) {
    Map<String, String> fields = redis.ask(r -> r.hgetAll(Keys.presence(agent)));
    try {
      return fields.isEmpty() ? Optional.empty() : Optional.of(view(agent, fields));
    } catch (RuntimeException e) {
      log.warn("presence of {} can't be read and is passed over: {}", agent, fields, e);
      return Optional.empty();
    }
  }

  private Map<String, String> fields(AgentView agent) {
    Map<String, String> fields = new HashMap<>();
    fields.put("node", node);
    fields.put("state", agent.state().name());
    agent.reason().ifPresent(reason -> fields.put("reason", reason.name()));
    fields.put("since", Long.toString(agent.since().toEpochMilli()));
    agent.until().ifPresent(until -> fields.put("until", Long.toString(until.toEpochMilli())));
    fields.put("reachable", Boolean.toString(agent.phoneReachable()));
    agent.call().ifPresent(call -> fields.put("call", call.value()));
    agent.next().ifPresent(next -> fields.putAll(fields(next)));
    return fields;
  }

  private static Map<String, String> fields(StateRequest next) {
    Map<String, String> fields = new HashMap<>();
    fields.put("next", next.state().name());
    next.reason().ifPresent(reason -> fields.put("nextReason", reason.name()));
    next.minutes().ifPresent(minutes -> fields.put("nextMinutes", Integer.toString(minutes)));
    return fields;
  }

  private static StateRequest next(String state, Map<String, String> fields) {
    String minutes = fields.get("nextMinutes");
    return new StateRequest(
        AgentState.valueOf(state),
        Optional.ofNullable(fields.get("nextReason")).map(BusyReason::valueOf),
        minutes == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(minutes)));
  }

  private static AgentView view(AgentNo agent, Map<String, String> fields) {
    return new AgentView(
        agent,
        AgentState.valueOf(fields.getOrDefault("state", "")),
        Optional.ofNullable(fields.get("reason")).map(BusyReason::valueOf),
        instant(fields.getOrDefault("since", "")),
        Optional.ofNullable(fields.get("until")).map(RedisPresences::instant),
        Boolean.parseBoolean(fields.get("reachable")),
        Optional.ofNullable(fields.get("call")).map(CallId::new),
        Optional.ofNullable(fields.get("next")).map(state -> next(state, fields)));
  }

  private static Instant instant(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
