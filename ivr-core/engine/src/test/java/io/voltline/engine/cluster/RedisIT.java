package io.voltline.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentView;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisIT {
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final Duration LIFE = Duration.ofHours(12);

  private int port;
  private RedisServer server;
  private Redis redis;
  private RedisSessions sessions;
  private RedisPresences presences;

  @BeforeEach
  void start() throws IOException {
    port = freePort();
    server = new RedisServer(port);
    server.start();
    redis = new Redis(URI.create("redis://127.0.0.1:" + port), Duration.ofMillis(500));
    redis.start();
    sessions = new RedisSessions(redis);
    presences = new RedisPresences(redis, "vl1");
  }

  @AfterEach
  void stop() throws IOException {
    redis.close();
    server.stop();
  }

  @Test
  void aSessionIsFoundByItsAgent() {
    sessions.put(AGENT, "aa", LIFE);

    assertThat(sessions.find(AGENT)).contains("aa");
    assertThat(sessions.find(new AgentNo("1002"))).isEmpty();
  }

  @Test
  void aSessionExpiresWhenItsLifeIsOver() {
    sessions.put(AGENT, "aa", Duration.ofSeconds(1));

    Awaitility.await().untilAsserted(() -> assertThat(sessions.find(AGENT)).isEmpty());
  }

  @Test
  void anEndedSessionStaysKnownAsEnded() {
    sessions.put(AGENT, "aa", LIFE);

    sessions.end(AGENT, "aa", LIFE);

    assertThat(sessions.find(AGENT)).contains("");
  }

  @Test
  void theEndOfAnEarlierSessionLeavesTheLaterOne() {
    sessions.put(AGENT, "later", LIFE);

    sessions.end(AGENT, "earlier", LIFE);

    assertThat(sessions.find(AGENT)).contains("later");
  }

  @Test
  void presenceComesBackAsItWasPut() {
    AgentView busy =
        new AgentView(
            AGENT,
            AgentState.BUSY,
            Optional.of(BusyReason.MEAL),
            Instant.ofEpochMilli(1_000),
            Optional.of(Instant.ofEpochMilli(2_000)),
            true,
            Optional.empty());
    AgentView talking =
        new AgentView(
            AGENT,
            AgentState.TALKING,
            Optional.empty(),
            Instant.ofEpochMilli(3_000),
            Optional.empty(),
            true,
            Optional.of(new CallId("vl1-1.2")),
            Optional.of(
                new StateRequest(
                    AgentState.BUSY, Optional.of(BusyReason.MEAL), OptionalInt.of(30))));

    presences.put(List.of(busy));
    assertThat(presences.find(AGENT)).contains(busy);
    presences.put(List.of(talking));
    assertThat(presences.find(AGENT)).contains(talking);
  }

  @Test
  void nobodysPresenceIsEmpty() {
    assertThat(presences.find(AGENT)).isEmpty();
  }

  @Test
  void aRedisThatIsAwayIsToldAtOnceAndFoundAgainWhenItReturns() throws IOException {
    Awaitility.await().until(redis::up);
    server.stop();

    assertThatThrownBy(() -> sessions.find(AGENT)).isInstanceOf(Unavailable.class);
    assertThat(redis.up()).isFalse();

    server = new RedisServer(port);
    server.start();
    Awaitility.await().until(redis::up);
    sessions.put(AGENT, "aa", LIFE);
    assertThat(sessions.find(AGENT)).contains("aa");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
