package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.recording.AudioFile;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.recording.RecordingKind;
import io.voltline.domain.recording.RecordingStatus;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Unavailable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The desk's files, recordings, health and metrics. */
final class FilesTest {
  private static final byte[] AUDIO = new byte[5_000];
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
    for (int at = 0; at < AUDIO.length; at++) {
      AUDIO[at] = (byte) at;
    }
    Files.write(web.recordingFolder.resolve("a.wav"), AUDIO);
    entry("vl1-1.1-1", RecordingStatus.FINISHED, "a.wav");
    entry("vl1-1.1-2", RecordingStatus.RECORDING, "");
    entry("vl1-1.1-3", RecordingStatus.MISSING, "");
    entry("message-0f3c-1", RecordingStatus.FINISHED, "a.wav");
  }

  private static void entry(String name, RecordingStatus status, String path) {
    var id = new RecordingId(name);
    var audio =
        path.isEmpty()
            ? Optional.<AudioFile>empty()
            : Optional.of(
                new AudioFile(path, Duration.ofMillis(155), AUDIO.length, "0".repeat(64)));
    when(web.records.recordings.find(id))
        .thenReturn(
            Optional.of(
                new Recording(
                    id,
                    id.kind(),
                    Optional.of(id.callId()),
                    id.kind() == RecordingKind.TALK
                        ? Optional.of(new AgentNo("1001"))
                        : Optional.empty(),
                    Optional.empty(),
                    TestWeb.NOW,
                    status,
                    audio)));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void aMessageIsHeardBySupervisorsAndThatIsLogged() throws Exception {
    String audio = "/api/v1/recordings/message-0f3c-1/audio";
    assertThat(web.get("1001", audio).statusCode()).isEqualTo(403);
    assertThat(web.bytes(web.as("2001", audio)).body()).isEqualTo(AUDIO);
    verify(web.records.recordings)
        .listened(
            new RecordingIndex.Listening(
                new RecordingId("message-0f3c-1"),
                new AgentNo("2001"),
                TestWeb.NOW,
                "all",
                "127.0.0.1"));
  }

  @Test
  void aRecordingIsPlayedWhole() throws Exception {
    var response =
        web.bytes(
            web.as("1001", "/api/v1/recordings/vl1-1.1-1/audio").header("Accept-Encoding", "gzip"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("audio/wav");
    assertThat(response.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(response.body()).isEqualTo(AUDIO);
    verify(web.records.recordings)
        .listened(
            argThat(
                heard ->
                    heard.range().equals("all")
                        && heard.by().equals(new AgentNo("1001"))
                        && heard.address().equals("127.0.0.1")));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 100",
    "bytes=4990-, 4990, 5000",
    "bytes=-10, 4990, 5000",
    "bytes=100-9999, 100, 5000",
    "bytes=0-, 0, 5000"
  })
  void aRangeIsServed(String range, int from, int to) throws Exception {
    var response =
        web.bytes(web.as("2001", "/api/v1/recordings/vl1-1.1-1/audio").header("Range", range));
    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(response.headers().firstValue("Content-Range"))
        .contains("bytes " + from + "-" + (to - 1) + "/5000");
    assertThat(response.body()).isEqualTo(Arrays.copyOfRange(AUDIO, from, to));
    verify(web.records.recordings).listened(argThat(heard -> heard.range().equals(range)));
  }

  @Test
  void aRangeBeyondTheEndIsRefused() throws Exception {
    var response =
        web.send(
            web.as("1001", "/api/v1/recordings/vl1-1.1-1/audio").header("Range", "bytes=5000-"));
    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(response.headers().firstValue("Content-Range")).contains("bytes */5000");
  }

  @ParameterizedTest
  @CsvSource({
    "1011, vl1-1.1-1, 403",
    "1001, vl1-1.1-2, 409",
    "1001, vl1-1.1-3, 404",
    "1001, vl1-1.1-4, 404"
  })
  void notEverybodyHearsEverything(String agent, String id, int status) throws Exception {
    var response = web.get(agent, "/api/v1/recordings/" + id + "/audio");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
  }

  @Test
  void nobodyListensUnlogged() throws Exception {
    doThrow(new Unavailable("database", new RuntimeException()))
        .when(web.records.recordings)
        .listened(argThat(heard -> heard != null && heard.range().equals("bytes=1-2")));
    var response =
        web.send(web.as("1001", "/api/v1/recordings/vl1-1.1-1/audio").header("Range", "bytes=1-2"));
    assertThat(response.statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({"/", "/calls", "/work-orders/20261121000001"})
  void thePageIsServedAtEveryAddressWithin(String path) throws Exception {
    var response = web.send(web.request(path));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<title>desk</title>");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void assetsAreCompressedAndKept() throws Exception {
    var response =
        web.bytes(web.request("/assets/app-1a2b3c.js").header("Accept-Encoding", "gzip"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(response.headers().firstValue("Cache-Control").orElseThrow())
        .contains("max-age=31536000")
        .contains("immutable");
    assertThat(response.body().length).isLessThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({"/assets/gone.js", "/favicon.ico", "/../cert.pem", "/assets/..%2f..%2fcert.pem"})
  void whatIsNotPartOfTheDeskIsNotServed(String path) throws Exception {
    var response = web.send(web.request(path));
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).doesNotContain("BEGIN");
  }

  @Test
  void readyNamesWhatIsDown() throws Exception {
    assertThat(web.send(web.request("/health/ready")).statusCode()).isEqualTo(200);
    web.database.set(false);
    var down = web.send(web.request("/health/ready"));
    web.database.set(true);
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(TestWeb.json(down).at("/checks/database").asString()).isEqualTo("DOWN");
    assertThat(web.send(web.request("/health/live")).statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAndContractAreOpen() throws Exception {
    assertThat(web.send(web.request("/metrics")).body()).contains("voltline_up 1");
    var contract = TestWeb.json(web.send(web.request("/openapi.json")));
    assertThat(contract.at("/openapi").asString()).isEqualTo("3.1.0");
    assertThat(contract.at("/servers/0/url").asString()).isEqualTo("/api/v1");
    assertThat(contract.at("/components/responses/Problem").isMissingNode()).isFalse();
  }

  @Test
  void theSameIsServedOverHttps() throws Exception {
    var anybody =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    var tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {anybody}, null);
    var url = URI.create("https://127.0.0.1:" + web.securePort + "/health/live").toURL();
    var connection = (HttpsURLConnection) url.openConnection();
    connection.setSSLSocketFactory(tls.getSocketFactory());
    connection.setHostnameVerifier((host, session) -> true);
    assertThat(connection.getResponseCode()).isEqualTo(200);
    connection.disconnect();
  }
}
