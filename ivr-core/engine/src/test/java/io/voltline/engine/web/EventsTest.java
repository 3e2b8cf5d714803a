package io.voltline.engine.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.WallView;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EventsTest {
  private static final AgentNo AGENT = new AgentNo("1001");
  @TempDir private Path folder;
  private TestWeb web;

  @BeforeEach
  void start() throws Exception {
    web = new TestWeb(folder, 1);
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void aTokenAsTheFirstMessageOpensTheEvents() throws Exception {
    var desk = new Desk(true);
    web.client()
        .newWebSocketBuilder()
        .buildAsync(uri(), desk)
        .join()
        .sendText("{\"token\":\"token-1001\"}", true)
        .join();
    connected(1);
    web.events.toAgent(AGENT, offered());
    var pop = desk.next();
    assertThat(pop.at("/type").asString()).isEqualTo("call.offered");
    assertThat(pop.at("/callId").asString()).isEqualTo("vl1-1.1");
    assertThat(pop.at("/ringSeconds").asDouble()).isEqualTo(8);
    assertThat(pop.at("/promiseSecondsLeft").asDouble()).isEqualTo(-0.5);
    assertThat(pop.at("/openWorkOrders").isArray()).isTrue();
    assertThat(pop.has("customer")).isFalse();
    assertThat(pop.has("supervision")).isFalse();
    assertThat(pop.has("answeredAt")).isFalse();
  }

  @Test
  void aSupervisorsPopSaysHowTheTalkIsTakenAndOnlyThatDeskIsTold() throws Exception {
    var chief = new Desk(true);
    var other = new Desk(true);
    opened(chief, "2001");
    opened(other, "1001");
    connected(2);
    var supervising =
        new DeskEvent.Supervising(Optional.of(PartKind.INTERCEPT), Optional.of(TestWeb.NOW));
    web.events.toAgent(new AgentNo("2001"), offered("00000000001", Optional.of(supervising)));
    var pop = chief.next();
    assertThat(pop.at("/supervision").asString()).isEqualTo("INTERCEPT");
    assertThat(pop.at("/answeredAt").asString()).isEqualTo(TestWeb.NOW.toString());
    web.events.toAgent(AGENT, offered("00000000002"));
    assertThat(other.next().at("/caller").asString()).isEqualTo("00000000002");
  }

  private void opened(Desk desk, String agentNo) {
    web.client()
        .newWebSocketBuilder()
        .buildAsync(uri(), desk)
        .join()
        .sendText("{\"token\":\"token-" + agentNo + "\"}", true)
        .join();
  }

  @Test
  void aTokenAsTheSubProtocolOpensTheEvents() throws Exception {
    var desk = open("token-2001");
    web.events.toSupervisors(changed());
    var changed = desk.next();
    assertThat(changed.at("/type").asString()).isEqualTo("agent.state");
    assertThat(changed.at("/agent/agentNo").asString()).isEqualTo("1001");
  }

  /** The wall would be compressed for each desk anew, and pops wait behind that. */
  @Test
  void messagesAreNotCompressedThoughABrowserOffersTo() throws Exception {
    try (var browser = new Socket("localhost", web.port)) {
      browser
          .getOutputStream()
          .write(
              """
              GET /api/v1/events HTTP/1.1
              Host: localhost
              Connection: Upgrade
              Upgrade: websocket
              Sec-WebSocket-Version: 13
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
              Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits

              """
                  .replace("\n", "\r\n")
                  .getBytes(US_ASCII));
      var answer = new BufferedReader(new InputStreamReader(browser.getInputStream(), US_ASCII));
      List<String> head = answer.lines().takeWhile(line -> !line.isEmpty()).toList();
      assertThat(head.getFirst()).contains("101");
      assertThat(head).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("deflate"));
    }
  }

  @Test
  void agentsAreNotToldWhatIsForSupervisors() throws Exception {
    var agent = open("token-1001");
    web.events.toSupervisors(new DeskEvent.QueueStats(TestWeb.NOW, List.of()));
    web.events.toAll(new DeskEvent.CallAnswered(TestWeb.NOW, new CallId("vl1-1.1"), AGENT));
    assertThat(agent.next().at("/type").asString()).isEqualTo("call.answered");
  }

  @Test
  void theWallIsToldToSupervisorsWhoAskedForItInPlaceOfEachAgent() throws Exception {
    var agent = openFloor("token-1001");
    var other = open("token-2001");
    var supervisor = openFloor("token-2001");
    var nobody = new WallView(List.of(), List.of(), List.of());
    web.events.toSupervisors(changed());
    web.events.toFloorWatchers(new DeskEvent.WallChanged(TestWeb.NOW, nobody));
    web.events.toAll(new DeskEvent.CallAnswered(TestWeb.NOW, new CallId("vl1-1.1"), AGENT));
    assertThat(supervisor.next().toString())
        .isEqualTo(
            "{\"type\":\"wall\",\"at\":\"2026-11-21T08:00:00Z\",\"agents\":[],\"queues\":[],"
                + "\"waiting\":[]}");
    assertThat(other.next().at("/type").asString()).isEqualTo("agent.state");
    assertThat(other.next().at("/type").asString()).isEqualTo("call.answered");
    assertThat(agent.next().at("/type").asString()).isEqualTo("call.answered");
  }

  @Test
  void aBrokenPromiseIsToldToSupervisorsWithTheCallerMasked() throws Exception {
    var supervisor = open("token-2001");
    web.events.toSupervisors(
        new DeskEvent.PromiseBroken(
            TestWeb.NOW,
            new CallId("vl1-1.1"),
            new QueueId("general"),
            BreachCause.ALL_BUSY,
            "00000000001"));
    assertThat(supervisor.next().toString())
        .isEqualTo(
            "{\"type\":\"promise.broken\",\"at\":\"2026-11-21T08:00:00Z\",\"callId\":\"vl1-1.1\","
                + "\"queue\":\"general\",\"cause\":\"ALL_BUSY\",\"caller\":\"000****0001\"}");
  }

  @ParameterizedTest
  @CsvSource({"'',''", "110,***", "1234567,*******", "12345678,123*5678"})
  void aMaskedNumberShowsTooLittleToCallIt(String caller, String masked) {
    assertThat(Masked.number(caller)).isEqualTo(masked);
  }

  @Test
  void withoutAGoodTokenTheSocketIsClosed() {
    var desk = new Desk(true);
    web.client()
        .newWebSocketBuilder()
        .buildAsync(uri(), desk)
        .join()
        .sendText("not even JSON", true)
        .join();
    assertThat(desk.closed.orTimeout(10, SECONDS).join()).isEqualTo(4401);
    var other = new Desk(true);
    web.client().newWebSocketBuilder().subprotocols("stolen").buildAsync(uri(), other).join();
    assertThat(other.closed.orTimeout(10, SECONDS).join()).isEqualTo(4401);
  }

  @Test
  void aReplacedSessionIsToldAndClosed() throws Exception {
    var desk = open("token-1001");
    web.events.toAgent(AGENT, new DeskEvent.SessionReplaced(TestWeb.NOW));
    assertThat(desk.next().at("/type").asString()).isEqualTo("session.replaced");
    assertThat(desk.closed.orTimeout(10, SECONDS).join()).isEqualTo(4409);
    connected(0);
  }

  @Test
  void signingOutClosesTheEvents() throws Exception {
    var desk = open("token-1001");
    var response = web.send(web.as("1001", "/api/v1/sessions/current").DELETE());
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(desk.closed.orTimeout(10, SECONDS).join()).isEqualTo(4401);
  }

  @Test
  void aDeskThatDoesNotReadIsClosedAndTheOthersGoOn() throws Exception {
    var slow = new Desk(false);
    web.client().newWebSocketBuilder().subprotocols("token-2001").buildAsync(uri(), slow).join();
    connected(1);
    var pop = offered("x".repeat(100_000));
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              web.events.toAgent(new AgentNo("2001"), pop);
              return web.events.tooSlow() == 1;
            });
    connected(0);
    var quick = open("token-1001");
    web.events.toAgent(AGENT, offered());
    assertThat(quick.next().at("/type").asString()).isEqualTo("call.offered");
  }

  /** A long one goes out in parts, between which no other message may come. */
  @Test
  void longAndShortMessagesOfSeveralThreadsComeWhole() throws Exception {
    var desk = open("token-1001");
    DeskEvent longOne = offered("x".repeat(150_000));
    DeskEvent shortOne = new DeskEvent.CallAnswered(TestWeb.NOW, new CallId("vl1-1.1"), AGENT);
    for (int round = 0; round < 20; round++) {
      var together = new CyclicBarrier(2);
      var other =
          CompletableFuture.runAsync(
              () -> {
                meet(together);
                IntStream.range(0, 50).forEach(_ -> web.events.toAgent(AGENT, shortOne));
              });
      meet(together);
      web.events.toAgent(AGENT, longOne);
      other.join();
      var types = new ArrayList<String>();
      for (int i = 0; i < 51; i++) {
        types.add(desk.next().at("/type").asString());
      }
      assertThat(types).containsOnlyOnce("call.offered");
    }
  }

  /** Three bytes each: of two messages that differ by a byte, one is cut within a character. */
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xx"})
  void aPartMayEndWithinACharacter(String before) throws Exception {
    var desks = List.of(open("token-1001"), open("token-1001"), open("token-1001"));
    String caller = before + "电".repeat(100_000);
    web.events.toAgent(AGENT, offered(caller));
    for (var desk : desks) {
      assertThat(desk.next().at("/caller").asString()).isEqualTo(caller);
    }
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await(10, SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DeskEvent changed() {
    return new DeskEvent.AgentStateChanged(
        TestWeb.NOW, TestWeb.agent("1001", Role.AGENT, PhoneKind.WEBRTC));
  }

  private Desk openFloor(String token) {
    var desk = new Desk(true);
    int before = web.events.connected();
    web.client()
        .newWebSocketBuilder()
        .buildAsync(uri(), desk)
        .join()
        .sendText("{\"token\":\"" + token + "\",\"floor\":true}", true)
        .join();
    connected(before + 1);
    return desk;
  }

  private Desk open(String token) {
    var desk = new Desk(true);
    int before = web.events.connected();
    web.client().newWebSocketBuilder().subprotocols(token).buildAsync(uri(), desk).join();
    connected(before + 1);
    return desk;
  }

  private void connected(int desks) {
    await().atMost(Duration.ofSeconds(10)).until(() -> web.events.connected() == desks);
  }

  private URI uri() {
    return URI.create("ws://localhost:" + web.port + "/api/v1/events");
  }

  private static DeskEvent offered() {
    return offered("00000000001");
  }

  private static DeskEvent offered(String caller) {
    return offered(caller, Optional.empty());
  }

  private static DeskEvent offered(String caller, Optional<DeskEvent.Supervising> supervising) {
    return new DeskEvent.CallOffered(
        TestWeb.NOW,
        new CallId("vl1-1.1"),
        AGENT,
        caller,
        Language.ZH,
        new QueueId("general"),
        TestWeb.NOW,
        Duration.ofSeconds(8),
        Duration.ofMillis(-500),
        List.of("main"),
        Optional.empty(),
        Optional.empty(),
        supervising);
  }

  /** A desk's end of the socket; one that does not read asks for nothing. */
  private static final class Desk implements WebSocket.Listener {
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean reads;

    Desk(boolean reads) {
      this.reads = reads;
    }

    JsonNode next() throws InterruptedException {
      String message = messages.poll(10, SECONDS);
      assertThat(message).as("a message").isNotNull();
      return JsonMapper.shared().readTree(message);
    }

    @Override
    public void onOpen(WebSocket opened) {
      if (reads) {
        opened.request(1);
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed.complete(status);
      return CompletableFuture.completedFuture(null);
    }
  }
}
