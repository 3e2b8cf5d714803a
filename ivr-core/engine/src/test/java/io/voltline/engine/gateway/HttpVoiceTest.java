package io.voltline.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpVoiceTest {
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private HttpVoice voice;
  private volatile int status = 200;
  private volatile int size = 5;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/speak",
        exchange -> {
          asked.add(
              String.join(
                  " ",
                  exchange.getRequestMethod(),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  exchange.getRequestHeaders().getFirst("Accept-Language"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(status, size);
          exchange.getResponseBody().write(new byte[size]);
          exchange.close();
        });
    server.start();
    voice =
        new HttpVoice(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/speak"));
  }

  @AfterEach
  void stop() {
    voice.close();
    server.stop(0);
  }

  @Test
  void theTextIsPostedWithItsLanguageAndTheAnswerIsTheSound() throws IOException {
    assertThat(voice.speak(Language.ZH, "线路检修")).hasSize(5);
    voice.speak(Language.EN, "line work");

    assertThat(asked)
        .containsExactly(
            "POST text/plain; charset=utf-8 zh-CN 线路检修",
            "POST text/plain; charset=utf-8 en-GB line work");
  }

  @Test
  void anyOtherAnswerIsAnError() {
    status = 503;

    assertThatThrownBy(() -> voice.speak(Language.ZH, "线路检修"))
        .isInstanceOf(IOException.class)
        .hasMessage("the voice's service answered 503");
  }

  @Test
  void anAnswerWithoutEndIsAnError() {
    size = 20_000_000;

    assertThatThrownBy(() -> voice.speak(Language.ZH, "线路检修"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the voice's service can't be asked");
  }

  @Test
  void aServiceThatIsDownIsAnError() {
    server.stop(0);

    assertThatThrownBy(() -> voice.speak(Language.ZH, "线路检修"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the voice's service can't be asked");
  }
}
