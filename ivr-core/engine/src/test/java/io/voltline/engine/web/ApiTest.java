package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.recording.Recording;
import io.voltline.domain.recording.RecordingId;
import io.voltline.domain.routing.BreachCause;
import io.voltline.domain.routing.Candidate;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.OverflowCause;
import io.voltline.domain.routing.Verdict;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CallQuality;
import io.voltline.engine.desk.CallStory;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.RecordingIndex;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiTest {
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final CallQuality QUALITY =
      new CallQuality(
          new AgentNo("1001"),
          TestWeb.NOW.plusSeconds(8),
          52.5,
          0.4,
          3.25,
          Optional.of(1.5),
          4.36,
          4.1);
  private static TestWeb web;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @BeforeEach
  void clean() {
    reset(web.records.calls, web.records.customers, web.form.orders);
  }

  @Test
  void aBrowserPhoneIsSentToTheOriginThePageCameFrom() throws Exception {
    var response = signIn("1001", "right");
    assertThat(response.statusCode()).isEqualTo(201);
    var session = TestWeb.json(response);
    assertThat(session.at("/token").asString()).isEqualTo("token-1001");
    assertThat(session.at("/agent/role").asString()).isEqualTo("agent");
    assertThat(session.at("/agent/phone").asString()).isEqualTo("webrtc");
    assertThat(session.at("/agent/skills/general").asInt()).isEqualTo(5);
    assertThat(session.at("/agent/stateSince").asString()).isEqualTo("2026-11-21T08:00:00Z");
    assertThat(session.at("/sip/uri").asString()).isEqualTo("sip:1001@localhost");
    assertThat(session.at("/sip/password").asString()).isEqualTo("sip-1001");
    assertThat(session.at("/sip/server").asString())
        .isEqualTo("ws://localhost:" + web.port + "/sip");
    assertThat(session.has("currentCall")).isFalse();
  }

  @Test
  void aDeskPhoneIsSentToTheSwitch() throws Exception {
    var session = TestWeb.json(signIn("1011", "right"));
    assertThat(session.at("/sip/uri").asString()).isEqualTo("sip:1011@10.0.0.5");
    assertThat(session.at("/sip/server").asString()).isEqualTo("sip:10.0.0.5:5060");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_CREDENTIALS, 401, urn:voltline:invalid-credentials",
    "TOO_MANY_ATTEMPTS, 429, urn:voltline:too-many-attempts"
  })
  void aRefusedSignInSaysWhy(Refused.Reason reason, int status, String type) throws Exception {
    doThrow(new Refused(reason, "no", Duration.ofSeconds(42)))
        .when(web.people.signIn)
        .signIn("1002", "wrong", "127.0.0.1");
    var response = signIn("1002", "wrong");
    assertProblem(response, status, type);
    if (status == 429) {
      assertThat(response.headers().firstValue("Retry-After")).contains("42");
    }
  }

  @Test
  void nothingIsToldWithoutAToken() throws Exception {
    assertProblem(web.send(web.request("/api/v1/agents").GET()), 401, "urn:voltline:unauthorized");
    assertProblem(web.get("9999", "/api/v1/agents"), 401, "urn:voltline:unauthorized");
    verify(web.people.agents, never()).agents();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"agents", "queues", "calls", "work-orders", "work-order-types", "recordings"})
  void aSlashAtTheEndOpensNoDoor(String what) throws Exception {
    assertProblem(
        web.send(web.request("/api/v1/" + what + "/").GET()), 401, "urn:voltline:unauthorized");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"state\":|JSON",
        "{\"state\":\"ASLEEP\"}|/state",
        "{}|state",
        "{\"state\":\"BUSY\",\"minutes\":0}|/minutes",
        "{\"state\":\"IDLE\",\"reason\":\"MEAL\"}|reason",
        "[]|"
      })
  void badInputIsRefusedWithThePlace(String body, String place) throws Exception {
    var response =
        web.send(
            web.as("1001", "/api/v1/agents/me/state")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    assertProblem(response, 400, "urn:voltline:validation");
    assertThat(TestWeb.json(response).at("/detail").asString())
        .containsIgnoringCase(place == null ? "" : place);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/calls?limit=0, limit",
    "/api/v1/calls?limit=many, limit",
    "/api/v1/calls?from=yesterday, from",
    "/api/v1/calls?agentNo=1, agentNo",
    "/api/v1/customers/12, accountNo",
    "/api/v1/work-orders?status=LOST, status"
  })
  void aBadParameterIsRefusedByName(String path, String name) throws Exception {
    var response = web.get("1001", path);
    assertProblem(response, 400, "urn:voltline:validation");
    assertThat(TestWeb.json(response).at("/detail").asString()).contains(name);
  }

  @Test
  void aBodyTooLargeIsRefused() throws Exception {
    var response = web.post("1001", "/api/v1/work-orders", "x".repeat(70_000));
    assertProblem(response, 413, "urn:voltline:too-large");
  }

  @Test
  void anAgentsRefusedWishSaysWhy() throws Exception {
    doThrow(new Refused(Refused.Reason.PHONE_NOT_REACHABLE, "register the phone first"))
        .when(web.people.agents)
        .request(any(), any());
    var response =
        web.send(
            web.as("1001", "/api/v1/agents/me/state")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"state\":\"IDLE\"}")));
    assertProblem(response, 409, "urn:voltline:phone-not-reachable");
  }

  @Test
  void aCallIsToldWhole() throws Exception {
    when(web.records.calls.find(CALL)).thenReturn(Optional.of(story()));
    var call = TestWeb.json(web.get("1001", "/api/v1/calls/vl1-1.1"));
    assertThat(call.at("/accountNo").asString()).isEqualTo("9900000001");
    assertThat(call.at("/language").asString()).isEqualTo("zh");
    assertThat(call.at("/offers/0/ringSeconds").asDouble()).isEqualTo(8);
    assertThat(call.at("/answerSeconds").asDouble()).isEqualTo(2.5);
    assertThat(call.at("/flowPath/0/key").asString()).isEqualTo("0");
    assertThat(call.at("/workOrders/0").asString()).isEqualTo("20261121000001");
    assertThat(call.at("/survey").asInt()).isEqualTo(3);
    assertThat(call.at("/surveyBy").asString()).isEqualTo("1001");
    assertThat(call.at("/surveyVia").asString()).isEqualTo("SMS");
    assertThat(call.has("endedAt")).isFalse();
    assertThat(call.at("/promiseBroken/at").asString()).isEqualTo("2026-11-21T08:00:17Z");
    assertThat(call.at("/promiseBroken/cause").asString()).isEqualTo("ALL_BUSY");
  }

  @Test
  void routingIsExplainedWithWhatCameOfIt() throws Exception {
    when(web.records.calls.find(CALL)).thenReturn(Optional.of(story()));
    when(web.records.calls.decisions(CALL))
        .thenReturn(
            Optional.of(
                List.of(
                    new Decision(
                        TestWeb.NOW.plusSeconds(6).toEpochMilli(),
                        "OFFERED:1001",
                        new QueueId("general"),
                        Demand.parse("general:3"),
                        true,
                        11_000,
                        8_000,
                        List.of(new Candidate(new AgentNo("1001"), Verdict.CHOSEN)),
                        2))));
    var routing = TestWeb.json(web.get("1001", "/api/v1/calls/vl1-1.1/routing"));
    assertThat(routing.at("/callId").asString()).isEqualTo("vl1-1.1");
    assertThat(routing.at("/promise/seconds").asDouble()).isEqualTo(12);
    assertThat(routing.at("/promise/brokenAt").asString()).isEqualTo("2026-11-21T08:00:17Z");
    assertThat(routing.at("/promise/cause").asString()).isEqualTo("ALL_BUSY");
    var decision = routing.at("/decisions/0");
    assertThat(decision.at("/at").asString()).isEqualTo("2026-11-21T08:00:06Z");
    assertThat(decision.at("/outcome").asString()).isEqualTo("OFFERED:1001");
    assertThat(decision.at("/queue").asString()).isEqualTo("general");
    assertThat(decision.at("/demand").asString()).isEqualTo("general:3");
    assertThat(decision.at("/reserveOpen").asBoolean()).isTrue();
    assertThat(decision.at("/promiseLeftSeconds").asDouble()).isEqualTo(11);
    assertThat(decision.at("/ringSeconds").asDouble()).isEqualTo(8);
    assertThat(decision.at("/candidates/0/agentNo").asString()).isEqualTo("1001");
    assertThat(decision.at("/candidates/0/verdict").asString()).isEqualTo("CHOSEN");
    assertThat(decision.at("/unnamed").asInt()).isEqualTo(2);
    assertThat(routing.at("/offers/0/outcome").asString()).isEqualTo("ANSWERED");
    assertThat(routing.at("/overflows/0/from").asString()).isEqualTo("fault");
    assertThat(routing.at("/overflows/0/to").asString()).isEqualTo("general");
    assertThat(routing.at("/overflows/0/cause").asString()).isEqualTo("WAITED");
  }

  @Test
  void aCallNobodyDecidedOnHasARoutingWithoutAPromise() throws Exception {
    when(web.records.calls.find(CALL)).thenReturn(Optional.of(story()));
    when(web.records.calls.decisions(CALL)).thenReturn(Optional.of(List.of()));
    var routing = TestWeb.json(web.get("1001", "/api/v1/calls/vl1-1.1/routing"));
    assertThat(routing.at("/decisions").isEmpty()).isTrue();
    assertThat(routing.at("/promise").has("seconds")).isFalse();
  }

  @Test
  void theBrokenPromisesOfTheLastDayAreListedWithTheCallerMasked() throws Exception {
    var lately =
        new CallHistory.Query(
            Optional.of(TestWeb.NOW.minus(Duration.ofDays(1))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            7);
    when(web.records.calls.list(lately)).thenReturn(List.of(story()));
    var broken = TestWeb.json(web.get("2001", "/api/v1/broken-promises?limit=7"));
    assertThat(broken.at("/brokenPromises/0").toString())
        .isEqualTo(
            "{\"at\":\"2026-11-21T08:00:17Z\",\"callId\":\"vl1-1.1\",\"queue\":\"general\","
                + "\"cause\":\"ALL_BUSY\",\"caller\":\"000****0001\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/calls/vl1-9.9",
    "/api/v1/calls/no%20call",
    "/api/v1/calls/vl1-9.9/routing",
    "/api/v1/customers/9900009999",
    "/api/v1/work-orders/1",
    "/api/v1/recordings/none",
    "/api/v1/nothing",
    "/api/v2"
  })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertProblem(web.get("1001", path), 404, "urn:voltline:not-found");
  }

  @Test
  void aDatabaseThatIsDownIsToldAsUnavailable() throws Exception {
    when(web.records.calls.list(any()))
        .thenThrow(new Unavailable("database", new RuntimeException()));
    var response = web.get("1001", "/api/v1/calls");
    assertProblem(response, 503, "urn:voltline:unavailable");
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void anInternalErrorKeepsItsReasonsToItself() throws Exception {
    when(web.records.calls.list(any())).thenThrow(new IllegalStateException("secret reason"));
    var response = web.get("1001", "/api/v1/calls");
    assertProblem(response, 500, "urn:voltline:internal");
    assertThat(response.body()).doesNotContain("secret reason");
  }

  @Test
  void theSoundOfATalkIsKeptForTheAgentWhoTells() throws Exception {
    when(web.records.qualities.keep(CALL, QUALITY)).thenReturn(true);
    assertThat(quality("1001", HEARD).statusCode()).isEqualTo(204);
    assertProblem(quality("1011", HEARD), 404, "urn:voltline:not-found");
    var impossible = quality("1001", HEARD.replace("0.4", "101"));
    assertProblem(impossible, 400, "urn:voltline:validation");
    assertThat(impossible.body()).contains("lossPercent");
    when(web.records.calls.find(CALL)).thenReturn(Optional.of(story()));
    var told = TestWeb.json(web.get("1001", "/api/v1/calls/" + CALL)).at("/quality/0");
    assertThat(told.path("agentNo").asString()).isEqualTo("1001");
    assertThat(told.path("mos").asDouble()).isEqualTo(4.36);
    assertThat(told.path("since").asString()).isEqualTo("2026-11-21T08:00:08Z");
  }

  private static final String HEARD =
      """
      {"since": "2026-11-21T08:00:08Z", "seconds": 52.5, "lossPercent": 0.4,
       "jitterMillis": 3.25, "roundTripMillis": 1.5, "mos": 4.36, "mosLowest": 4.1}
      """;

  private static HttpResponse<String> quality(String agent, String json) throws Exception {
    return web.send(
        web.as(agent, "/api/v1/calls/" + CALL + "/quality")
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  @Test
  void aCustomerIsSeenWhole() throws Exception {
    var customer =
        new Customer(
            new AccountNo("9900000003"),
            "测试客户三",
            List.of(new PhoneNumber("00000000003")),
            "示例市",
            Area.TOWN,
            CustomerClass.RESIDENTIAL,
            CreditGrade.B,
            new Money(new BigDecimal("-86.40")),
            true,
            OptionalInt.empty(),
            false,
            Optional.empty(),
            "M1",
            "演示台区3",
            "示例供电所");
    when(web.records.customers.of(new AccountNo("9900000003")))
        .thenReturn(
            Optional.of(
                new CustomerView(
                    customer, List.of(order(WorkOrderStatus.DISPATCHED)), List.of(), List.of())));
    var view = TestWeb.json(web.get("1001", "/api/v1/customers/9900000003"));
    assertThat(view.at("/balance").asString()).isEqualTo("-86.40");
    assertThat(view.at("/phones/0").asString()).isEqualTo("00000000003");
    assertThat(view.has("capacityKva")).isFalse();
    assertThat(view.at("/openWorkOrders/0/actions/0").asString()).isEqualTo("acknowledge");
  }

  private static CallStory story() {
    var at = TestWeb.NOW;
    return new CallStory(
        CALL,
        "00000000001",
        Optional.of(new AccountNo("9900000001")),
        Optional.of(Language.ZH),
        Optional.of(new QueueId("general")),
        at,
        Optional.of(at.plusSeconds(5)),
        List.of(
            new CallStory.Offered(
                new AgentNo("1001"),
                at.plusSeconds(5),
                Duration.ofSeconds(8),
                OfferOutcome.ANSWERED,
                Optional.of(at.plusMillis(7_500)))),
        Optional.of(at.plusMillis(7_500)),
        Optional.of(new AgentNo("1001")),
        Optional.empty(),
        Optional.of(EndReason.AGENT_HUNG_UP),
        Optional.of(new CallStory.BrokenPromise(at.plusSeconds(17), BreachCause.ALL_BUSY)),
        List.of(
            new CallStory.Overflown(
                at.plusSeconds(6),
                new QueueId("fault"),
                Optional.of(new QueueId("general")),
                OverflowCause.WAITED)),
        List.of(new CallStory.Visited("main", at, Optional.of('0'))),
        List.of(),
        List.of(new WorkOrderNo("20261121000001")),
        Optional.of(
            new CallStory.Survey(
                3, Optional.of(new AgentNo("1001")), RatingVia.SMS, at.plusSeconds(60))),
        List.of(),
        CallStory.Direction.IN,
        Optional.empty(),
        List.of(QUALITY));
  }

  @Test
  void aWorkOrderIsAccepted() throws Exception {
    when(web.form.orders.accept(any()))
        .thenReturn(new Accepted(order(WorkOrderStatus.TO_DISPATCH), true));
    var response = web.post("1001", "/api/v1/work-orders", newOrder("fault-repair.danger"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(TestWeb.json(response).at("/no").asString()).isEqualTo("20261121000001");
    assertThat(TestWeb.json(response).at("/source").asString()).isEqualTo("AGENT");
  }

  @Test
  void aWorkOrderOfAnUnknownTypeIsRefused() throws Exception {
    var response = web.post("1001", "/api/v1/work-orders", newOrder("no-such-type"));
    assertProblem(response, 422, "urn:voltline:validation");
    assertThat(TestWeb.json(response).at("/detail").asString()).contains("/type");
  }

  @Test
  void aWorkOrderNamesItsRecordingsAndTheyNameIt() throws Exception {
    when(web.form.orders.find(any())).thenReturn(Optional.of(order(WorkOrderStatus.TO_DISPATCH)));
    var no = new WorkOrderNo("20261121000001");
    var id = RecordingId.ofMessage("0f3c", TestWeb.NOW);
    var query =
        new RecordingIndex.Query(
            Optional.empty(),
            Optional.empty(),
            Optional.of(no),
            Optional.empty(),
            Optional.empty(),
            500);
    when(web.records.recordings.list(query))
        .thenReturn(List.of(Recording.message(id, Optional.empty(), no)));
    var order = TestWeb.json(web.get("1001", "/api/v1/work-orders/20261121000001"));
    assertThat(order.at("/recordings").toString()).isEqualTo("[\"" + id + "\"]");
    var found =
        TestWeb.json(web.get("1001", "/api/v1/recordings?limit=500&workOrderNo=20261121000001"));
    assertThat(found.at("/recordings/0").toString())
        .isEqualTo(
            "{\"id\":\"%s\",\"kind\":\"VOICEMAIL\",\"workOrderNo\":\"20261121000001\","
                    .formatted(id)
                + "\"startedAt\":\"2026-11-21T08:00:00Z\",\"status\":\"RECORDING\"}");
  }

  @Test
  void anActionTheStateDoesNotAllowIsRefused() throws Exception {
    when(web.form.orders.find(any())).thenReturn(Optional.of(order(WorkOrderStatus.ARCHIVED)));
    var response = web.post("1001", "/api/v1/work-orders/20261121000001/dispatch", "");
    assertProblem(response, 409, "urn:voltline:invalid-state");
  }

  @Test
  void anActionSomebodyElseWasFasterWithIsAConflict() throws Exception {
    when(web.form.orders.find(any())).thenReturn(Optional.of(order(WorkOrderStatus.TO_DISPATCH)));
    when(web.form.orders.move(any(), any(), any(), any())).thenReturn(false);
    var response =
        web.post("1001", "/api/v1/work-orders/20261121000001/dispatch", "{\"note\":\"快\"}");
    assertProblem(response, 409, "urn:voltline:conflict");
  }

  @Test
  void theTypeTreeHasBothLanguages() throws Exception {
    var types = TestWeb.json(web.get("1001", "/api/v1/work-order-types"));
    assertThat(types.at("/types")).hasSize(11);
    assertThat(types.at("/types/0/children/0/name/zh").asString()).isEqualTo("低压故障");
  }

  private HttpResponse<String> signIn(String agent, String password) throws Exception {
    return web.send(
        web.request("/api/v1/sessions")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"agentNo\":\"%s\",\"password\":\"%s\"}".formatted(agent, password))));
  }

  private static String newOrder(String type) {
    return """
    {"requestId":"3f1c0e52-0001","type":"%s","description":"火花","contactPhone":"00000000001",
     "accountNo":"9900000001","address":"示例路1号","area":"COUNTRY","callId":"vl1-1.1"}
    """
        .formatted(type);
  }

  private static WorkOrder order(WorkOrderStatus status) {
    var form =
        new WorkOrderForm(
            "fault-repair.danger",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "00000000001",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "火花");
    return new WorkOrder(
        new WorkOrderNo("20261121000001"),
        form,
        status,
        Urgency.URGENT,
        TestWeb.NOW,
        "1001",
        WorkOrderSource.AGENT,
        Optional.empty(),
        List.of(),
        List.of(new WorkOrderStep(TestWeb.NOW, "1001", "accept", status, Optional.empty())));
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(TestWeb.json(response).at("/type").asString()).isEqualTo(type);
    assertThat(TestWeb.json(response).at("/status").asInt()).isEqualTo(status);
  }
}
