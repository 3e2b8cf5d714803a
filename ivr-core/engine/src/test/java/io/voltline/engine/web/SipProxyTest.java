package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SipProxyTest {
  @TempDir private Path folder;
  private final Vertx vertx = Vertx.vertx();

  /** Held: a client that nobody holds is closed by the garbage collector, with what it connects. */
  private final WebSocketClient phones = vertx.createWebSocketClient();

  private final BlockingQueue<ServerWebSocket> atSwitch = new LinkedBlockingQueue<>();
  private HttpServer asterisk;
  private TestWeb web;

  @BeforeEach
  void start() throws Exception {
    asterisk =
        vertx
            .createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("sip")))
            .webSocketHandler(
                socket -> {
                  assertThat(socket.path()).isEqualTo("/ws");
                  socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text));
                  atSwitch.add(socket);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    web = new TestWeb(folder, asterisk.actualPort());
  }

  @AfterEach
  void stop() {
    web.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void messagesPassBothWays() throws Exception {
    var phone = phone("sip");
    assertThat(phone.subProtocol()).isEqualTo("sip");
    var heard = new CompletableFuture<String>();
    phone.textMessageHandler(heard::complete);
    phone.writeTextMessage("REGISTER sip:localhost SIP/2.0");
    assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("echo REGISTER sip:localhost SIP/2.0");
  }

  @Test
  void aPhoneThatGoesIsGoneAtTheSwitch() throws Exception {
    var phone = phone("sip");
    var seen = atSwitch.poll(10, TimeUnit.SECONDS);
    phone.close((short) 1000, "bye");
    await().atMost(Duration.ofSeconds(10)).until(seen::isClosed);
    assertThat(seen.closeStatusCode()).isEqualTo((short) 1000);
  }

  @Test
  void aSwitchThatGoesIsToldToThePhone() throws Exception {
    var phone = phone("sip");
    atSwitch.poll(10, TimeUnit.SECONDS).close((short) 1012, "restart");
    await().atMost(Duration.ofSeconds(10)).until(phone::isClosed);
    assertThat(phone.closeStatusCode()).isEqualTo((short) 1012);
  }

  @Test
  void aSlowPhoneHoldsTheSwitchBack() throws Exception {
    var phone = phone("sip");
    phone.pause();
    var seen = atSwitch.poll(10, TimeUnit.SECONDS);
    String message = "x".repeat(16_000);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              seen.writeTextMessage(message);
              return seen.writeQueueFull();
            });
    phone.resume();
    await().atMost(Duration.ofSeconds(30)).until(() -> !seen.writeQueueFull());
  }

  @Test
  void aSwitchThatIsDownIsTold() {
    asterisk.close().toCompletionStage().toCompletableFuture().join();
    assertRejected("sip", 502);
  }

  @Test
  void onlySipPasses() {
    assertRejected("chat", 400);
  }

  private void assertRejected(String protocol, int status) {
    try {
      phone(protocol);
    } catch (CompletionException e) {
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              UpgradeRejectedException.class,
              rejected -> assertThat(rejected.getStatus()).isEqualTo(status));
      return;
    }
    throw new AssertionError("accepted " + protocol);
  }

  private WebSocket phone(String protocol) {
    return phones
        .connect(
            new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(web.port)
                .setURI("/sip")
                .addSubProtocol(protocol))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }
}
