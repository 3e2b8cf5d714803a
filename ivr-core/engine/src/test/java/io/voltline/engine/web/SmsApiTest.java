package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.selfservice.SurveyBook.Asked;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmsApiTest {
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final PhoneNumber ASKED = new PhoneNumber("00000000001");
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
    when(web.messages.surveys.lastAsked(ASKED))
        .thenReturn(
            Optional.of(
                new Asked(
                    CALL,
                    ASKED,
                    new AgentNo("1001"),
                    Language.ZH,
                    TestWeb.NOW.minusSeconds(60),
                    TestWeb.NOW.plusSeconds(60))));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void theGatewayIsToldWhatAReplyWasTakenFor() throws Exception {
    var receipt = TestWeb.json(post("00000000001", "2"));
    assertThat(receipt.toString())
        .isEqualTo("{\"taken\":\"RATED\",\"callId\":\"vl1-1.1\",\"rating\":2}");
    verify(web.messages.surveys).rate(CALL, Rating.FAIR, RatingVia.SMS, TestWeb.NOW);
    assertThat(TestWeb.json(post("00000000001", "?")).toString())
        .isEqualTo("{\"taken\":\"UNCLEAR\",\"callId\":\"vl1-1.1\"}");
    assertThat(TestWeb.json(post("00000000009", "1")).toString())
        .isEqualTo("{\"taken\":\"UNASKED\"}");
  }

  @ParameterizedTest
  @CsvSource({"X-Forwarded-For, 203.0.113.9", "Forwarded, for=203.0.113.9"})
  void whoComesThroughAProxyIsNoGateway(String header, String value) throws Exception {
    var response =
        web.send(request("{\"from\":\"00000000001\",\"text\":\"1\"}").header(header, value));
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"text\":\"1\"}", "{\"from\":\"\",\"text\":\"1\"}", "{\"from\":\"1\"}", "1"})
  void whatIsNoMessageIsRefused(String body) throws Exception {
    assertThat(web.send(request(body)).statusCode()).isEqualTo(400);
  }

  @Test
  void withoutTheStoreTheGatewayKeepsTheMessage() throws Exception {
    when(web.messages.surveys.lastAsked(new PhoneNumber("00000000003")))
        .thenThrow(new Unavailable("database", new IllegalStateException()));
    assertThat(post("00000000003", "1").statusCode()).isEqualTo(503);
  }

  private static HttpResponse<String> post(String from, String text) throws Exception {
    return web.send(request("{\"from\":\"%s\",\"text\":\"%s\"}".formatted(from, text)));
  }

  private static HttpRequest.Builder request(String body) {
    return web.request("/api/v1/sms/inbound")
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
