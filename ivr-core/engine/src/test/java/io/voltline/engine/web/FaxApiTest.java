package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxJob;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxState;
import io.voltline.domain.fax.FaxStatus;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.fax.FaxIndex;
import io.voltline.engine.fax.FaxJobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaxApiTest {
  private static final WorkOrderNo ORDER = new WorkOrderNo("20261121000007");
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
    Files.writeString(web.recordingFolder.resolve("a.tiff"), "as it came in");
    Files.writeString(web.recordingFolder.resolve("a.pdf"), "for a browser");
    entry(fax("vl1-1.1", FaxStatus.COMPLETE, 2, "a.tiff"));
    entry(fax("vl1-1.2", FaxStatus.UNREADABLE, 0, "a.tiff"));
    entry(fax("vl1-1.3", FaxStatus.EMPTY, 0, ""));
    entry(fax("vl1-1.4", FaxStatus.COMPLETE, 1, "lost.tiff"));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  private static void entry(ReceivedFax fax) {
    when(web.messages.faxes.find(fax.id())).thenReturn(Optional.of(fax));
  }

  private static ReceivedFax fax(String id, FaxStatus status, int pages, String path) {
    return new ReceivedFax(
        new CallId(id),
        "00000000002",
        TestWeb.NOW,
        status,
        pages,
        Optional.of(FaxMode.T38),
        Optional.empty(),
        status == FaxStatus.COMPLETE ? Optional.empty() : Optional.of("why"),
        path.isEmpty() ? Optional.empty() : Optional.of(new FaxFile(path, 13, "0".repeat(64))),
        path.isEmpty() ? Optional.empty() : Optional.of(ORDER));
  }

  @Test
  void theFaxesOfAnOrderAreListed() throws Exception {
    var query = new FaxIndex.Query(Optional.of(ORDER), Optional.empty(), Optional.empty(), 50);
    when(web.messages.faxes.list(query))
        .thenReturn(List.of(fax("vl1-1.1", FaxStatus.COMPLETE, 2, "a.tiff")));
    var faxes = TestWeb.json(web.get("1001", "/api/v1/faxes?workOrderNo=" + ORDER));
    assertThat(faxes.at("/faxes/0").toString())
        .isEqualTo(
            "{\"id\":\"vl1-1.1\",\"caller\":\"00000000002\",\"receivedAt\":\"2026-11-21T08:00:00Z\","
                + "\"status\":\"COMPLETE\",\"pages\":2,\"mode\":\"T38\",\"bytes\":13,\"sha256\":\""
                + "0".repeat(64)
                + "\",\"workOrderNo\":\"20261121000007\"}");
  }

  @Test
  void oneFaxIsToldWithWhatWentWrong() throws Exception {
    var fax = TestWeb.json(web.get("1001", "/api/v1/faxes/vl1-1.3"));
    assertThat(fax.at("/status").asString()).isEqualTo("EMPTY");
    assertThat(fax.at("/error").asString()).isEqualTo("why");
    assertThat(fax.has("workOrderNo")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1001, vl1-1.1, '', application/pdf, for a browser",
    "1011, vl1-1.1, ?format=pdf, application/pdf, for a browser",
    "2001, vl1-1.1, ?format=tiff, image/tiff, as it came in",
    "1001, vl1-1.2, ?format=tiff, image/tiff, as it came in"
  })
  void whoIsSignedInReadsThePagesAndThatIsLogged(
      String agent, String id, String format, String type, String content) throws Exception {
    var response = web.get(agent, "/api/v1/faxes/" + id + "/document" + format);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains(type);
    assertThat(response.headers().firstValue("Cache-Control")).contains("private, no-store");
    assertThat(response.body()).isEqualTo(content);
    verify(web.messages.faxes, atLeastOnce())
        .read(new FaxIndex.Reading(new CallId(id), new AgentNo(agent), TestWeb.NOW, "127.0.0.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "vl1-1.2/document, 404",
    "vl1-1.3/document?format=tiff, 404",
    "vl1-1.4/document, 404",
    "vl1-9.9, 404",
    "no%20fax/document, 404",
    "vl1-1.1/document?format=png, 400"
  })
  void whatIsNotThereIsNotFound(String path, int status) throws Exception {
    assertThat(web.get("1001", "/api/v1/faxes/" + path).statusCode()).isEqualTo(status);
  }

  @Test
  void nobodyReadsUnlogged() throws Exception {
    doThrow(new Unavailable("database", new RuntimeException()))
        .when(web.messages.faxes)
        .read(
            new FaxIndex.Reading(
                new CallId("vl1-1.2"), new AgentNo("1011"), TestWeb.NOW, "127.0.0.1"));
    assertThat(web.get("1011", "/api/v1/faxes/vl1-1.2/document?format=tiff").statusCode())
        .isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({"faxes", "faxes/vl1-1.1/document", "fax-jobs", "faxes/"})
  void nothingIsToldWithoutAToken(String path) throws Exception {
    assertThat(web.send(web.request("/api/v1/" + path).GET()).statusCode()).isEqualTo(401);
  }

  @Test
  void whatWasAskedForIsToldWithHowItWent() throws Exception {
    var query =
        new FaxJobs.Query(
            Optional.of(FaxState.SENT), Optional.of(new PhoneNumber("00000000171")), 50);
    when(web.messages.faxJobs.list(query)).thenReturn(List.of(job()));
    var job =
        TestWeb.json(web.get("1001", "/api/v1/fax-jobs?state=SENT&number=00000000171"))
            .at("/faxJobs/0");
    assertThat(job.at("/document").asString()).isEqualTo("tariff");
    assertThat(job.at("/tries").asInt()).isEqualTo(2);
    assertThat(job.at("/mode").asString()).isEqualTo("AUDIO");
    assertThat(job.at("/pages").asInt()).isEqualTo(2);
    assertThat(job.has("error")).isFalse();
  }

  private static FaxJob job() {
    return new FaxJob(
        7,
        Optional.of(new CallId("vl1-2.1")),
        "tariff",
        new PhoneNumber("00000000171"),
        FaxState.SENT,
        2,
        TestWeb.NOW,
        Optional.of(TestWeb.NOW),
        Optional.of(new FaxEnd.Sent(2, Optional.of(FaxMode.AUDIO), Optional.empty())),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"state=LOST", "number=no", "limit=0"})
  void aBadConditionIsRefusedByName(String condition) throws Exception {
    var response = web.get("1001", "/api/v1/fax-jobs?" + condition);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(TestWeb.json(response).at("/detail").asString())
        .contains(condition.substring(0, condition.indexOf('=')));
  }
}
