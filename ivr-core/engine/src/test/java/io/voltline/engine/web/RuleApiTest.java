package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.engine.rules.ReasonForm;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class RuleApiTest {
  private static final String RULES = "/api/v1/admin/rules";
  private static final String REASONS = RULES + "/reasons";
  private static final String FAULT = RULES + "/queues/fault";
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
  void usual() {
    clearInvocations(web.administration.rules);
    when(web.administration.rules.skillsOfAgents()).thenReturn(List.of(AdministrationFakes.SKILLS));
  }

  @Test
  void aRuleIsToldChangedAndPutBack() throws Exception {
    ObjectNode seen = rule();
    assertThat(seen.path("demand").asString()).isEqualTo("fault:3");
    assertThat(seen.path("steps").path(1).path("act").asString()).isEqualTo("ADD_QUEUE");
    ObjectNode fresh = seen.deepCopy().put("promiseSeconds", 20.0);

    JsonNode changed = TestWeb.json(put(FAULT, wish(fresh, seen)));

    assertThat(queue(changed).path("changed").asBoolean()).isTrue();
    assertThat(queue(changed).path("rule")).isEqualTo(fresh);
    verify(web.administration.rules).follow(any());
    assertThat(put(FAULT, wish(fresh, seen)).statusCode()).isEqualTo(409);
    JsonNode back = TestWeb.json(put(FAULT, "{\"seen\":" + fresh + "}"));
    assertThat(queue(back).path("changed").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "demand, sewing:3, 422, queues.fault.demand",
    "overflow, nowhere, 422, queues.fault.overflow",
    "overflow, fault, 422, in a circle",
  })
  void whatRoutingCouldNotGoByIsNamed(String field, String value, int status, String place)
      throws Exception {
    ObjectNode seen = rule();
    var answer = put(FAULT, wish(seen.deepCopy().put(field, value), seen));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(TestWeb.json(answer).path("detail").asString()).contains(place);
    verify(web.administration.rules, never()).follow(any());
  }

  @Test
  void whatIsOutOfRangeNeverReachesTheDesk() throws Exception {
    ObjectNode seen = rule();
    assertThat(put(FAULT, wish(seen.deepCopy().put("promiseSeconds", 0.5), seen)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void thereIsNoOtherQueue() throws Exception {
    ObjectNode seen = rule();
    assertThat(put(RULES + "/queues/other", wish(seen, seen)).statusCode()).isEqualTo(404);
  }

  @Test
  void limitsAreChangedToo() throws Exception {
    String seen = TestWeb.json(web.get("9001", RULES)).path("limits").toString();
    String fresh = "{\"mostResting\":2,\"mostWrapUpSeconds\":600.0}";
    var changed = put(RULES + "/limits", "{\"limits\":" + fresh + ",\"seen\":" + seen + "}");
    assertThat(TestWeb.json(changed).path("limitsChanged").asBoolean()).isTrue();
    assertThat(put(RULES + "/limits", "{\"seen\":" + seen + "}").statusCode()).isEqualTo(409);
    assertThat(put(RULES + "/limits", "{\"seen\":" + fresh + "}").statusCode()).isEqualTo(200);
  }

  @Test
  void reasonsAreToldChangedAndPutBack() throws Exception {
    ArrayNode seen = (ArrayNode) TestWeb.json(web.get("9001", RULES)).path("reasons");
    assertThat(seen).hasSize(7);
    ArrayNode fresh = seen.deepCopy();
    ((ObjectNode) fresh.path(1)).put("longestMinutes", 30).put("offered", false);
    ((ObjectNode) fresh.path(2)).putObject("name").put("zh", "集训").put("en", "Course");

    JsonNode changed = TestWeb.json(put(REASONS, reasons(fresh, seen)));
    assertThat(changed.path("reasons")).isEqualTo(fresh);
    assertThat(changed.path("reasonsChanged").asBoolean()).isTrue();
    verify(web.administration.rules).offer(any());
    assertThat(put(REASONS, reasons(fresh, seen)).statusCode()).isEqualTo(409);
    assertThat(put(REASONS, "{\"seen\":" + fresh + "}").statusCode()).isEqualTo(200);

    ArrayNode hidden = seen.deepCopy();
    ((ObjectNode) hidden.path(6)).put("offered", false);
    var refused = put(REASONS, reasons(hidden, seen));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/reasons.SYSTEM_FAULT");
    assertThat(web.put("2001", REASONS, reasons(seen, seen)).statusCode()).isEqualTo(403);
  }

  @Test
  void aQueueIsAddedNamedAndTakenAway() throws Exception {
    String rule = rule().put("demand", "general").toString();
    String name = "{\"zh\":\"充电桩\",\"en\":\"Charging\"}";
    String wish = "{\"queue\":\"charging\",\"name\":" + name + ",\"rule\":" + rule + "}";
    JsonNode added = TestWeb.json(web.post("9001", RULES + "/queues", wish));
    assertThat(added.path("names").path("queues").path("charging").toString()).isEqualTo(name);
    assertThat(web.post("9001", RULES + "/queues", wish).statusCode()).isEqualTo(409);
    assertThat(
            web.post("9001", RULES + "/queues", wish.replace("\"charging\"", "\"No Queue\""))
                .statusCode())
        .isEqualTo(422);
    String queue = RULES + "/queues/charging";
    String other = "{\"zh\":\"充电\",\"en\":\"Charge\"}";
    assertThat(put(queue + "/name", "{\"name\":" + other + ",\"seen\":" + name + "}").statusCode())
        .isEqualTo(200);
    JsonNode names = TestWeb.json(web.get("1001", "/api/v1/names"));
    assertThat(names.toString())
        .isEqualTo("{\"queues\":{\"charging\":" + other + "},\"skills\":{}}");
    assertThat(web.send(web.as("2001", queue).DELETE()).statusCode()).isEqualTo(403);
    assertThat(web.send(web.as("9001", queue).DELETE()).statusCode()).isEqualTo(200);
    assertThat(web.send(web.as("9001", FAULT).DELETE()).body()).contains("the settings have it");
  }

  @Test
  void aSkillIsAddedAndTakenAway() throws Exception {
    String skills = "{\"charging\":{\"zh\":\"充电桩\",\"en\":\"Charging\"}}";
    JsonNode added =
        TestWeb.json(put(RULES + "/skills", "{\"skills\":" + skills + ",\"seen\":{}}"));
    assertThat(added.path("ownSkills").toString()).isEqualTo("[\"charging\"]");
    assertThat(added.path("names").path("skills").toString()).isEqualTo(skills);
    assertThat(
            web.put("2001", RULES + "/skills", "{\"skills\":{},\"seen\":" + skills + "}")
                .statusCode())
        .isEqualTo(403);
    assertThat(put(RULES + "/skills", "{\"skills\":{},\"seen\":" + skills + "}").statusCode())
        .isEqualTo(200);
  }

  private static String reasons(JsonNode wanted, JsonNode seen) {
    return "{\"reasons\":" + wanted + ",\"seen\":" + seen + "}";
  }

  @Test
  void everybodyIsToldTheReasons() throws Exception {
    when(web.people.agents.reasons()).thenReturn(ReasonForm.USUAL);
    JsonNode told = TestWeb.json(web.get("1001", "/api/v1/busy-reasons")).path("reasons");
    assertThat(told).hasSize(7);
    assertThat(told.path(0).toString())
        .isEqualTo("{\"reason\":\"SHORT_BREAK\",\"offered\":true,\"approval\":false}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "2001", "3001"})
  void onlyAdministratorsMay(String agent) throws Exception {
    ObjectNode seen = rule();
    assertThat(web.get(agent, RULES).statusCode()).isEqualTo(403);
    assertThat(web.put(agent, FAULT, wish(seen, seen)).statusCode()).isEqualTo(403);
  }

  private static ObjectNode rule() throws Exception {
    return (ObjectNode) queue(TestWeb.json(web.get("9001", RULES))).path("rule");
  }

  private static JsonNode queue(JsonNode rules) {
    for (JsonNode queue : rules.path("queues")) {
      if (queue.path("queue").asString().equals("fault")) {
        return queue;
      }
    }
    throw new AssertionError("no queue fault in " + rules);
  }

  private static String wish(JsonNode rule, JsonNode seen) {
    return "{\"rule\":" + rule + ",\"seen\":" + seen + "}";
  }

  private static HttpResponse<String> put(String path, String json) throws Exception {
    return web.put("9001", path, json);
  }
}
