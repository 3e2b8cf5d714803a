package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountForm;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.admin.Holiday;
import io.voltline.engine.admin.KeptAccount;
import io.voltline.engine.admin.KeptCalendar;
import io.voltline.engine.call.flow.FlowFiles;
import io.voltline.engine.call.flow.FlowProblem;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class AdministrationApiTest {
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final String ACCOUNT = "/api/v1/admin/accounts/1001";
  private static final String FORM =
      "\"name\":\"测试\",\"role\":\"agent\",\"phone\":\"webrtc\",\"active\":true";
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
    clearInvocations(web.administration.accounts);
    when(web.administration.accounts.find(AGENT)).thenReturn(Optional.of(account()));
    when(web.administration.accounts.all()).thenReturn(List.of(account()));
    when(web.administration.accounts.change(any(), anyInt(), any(), any(), any())).thenReturn(true);
    when(web.administration.accounts.password(any(), any(), any(), any())).thenReturn(true);
    when(web.administration.accounts.add(any(), any(), any(), any(), any())).thenReturn(true);
  }

  @Test
  void anAccountIsToldWithItsCertificates() throws Exception {
    assertThat(web.get("9001", "/api/v1/admin/accounts").body())
        .contains(
            "{\"agentNo\":\"1001\",\"name\":\"测试\",\"role\":\"agent\",\"phone\":\"webrtc\","
                + "\"phoneFixed\":true,\"active\":true,\"skills\":[{\"skill\":\"fault\","
                + "\"level\":5,\"reserve\":false,\"until\":\"2027-02-28\"}],\"version\":3}")
        .contains("\"skills\":[\"fault\",\"general\"]");
  }

  @Test
  void aChangeSaysOnWhichVersionItRests() throws Exception {
    String skills = "\"skills\":[{\"skill\":\"fault\",\"level\":7,\"from\":\"2026-11-23\"}]";
    assertThat(put(ACCOUNT, "{\"version\":3," + FORM + "," + skills + "}").statusCode())
        .isEqualTo(200);
    var from = Optional.of(LocalDate.of(2026, 11, 23));
    var grant = new Grant(new SkillId("fault"), 7, false, from, Optional.empty());
    var form = new AccountForm("测试", Role.AGENT, PhoneKind.WEBRTC, true, List.of(grant));
    verify(web.administration.accounts).change(eq(AGENT), eq(3), eq(form), any(), eq(TestWeb.NOW));
    var stale = put(ACCOUNT, "{\"version\":2," + FORM + "," + skills + "}");
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(TestWeb.json(stale).path("type").asString()).isEqualTo("urn:voltline:conflict");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'skill':'fault','level':5,'until':'2026-02-30'}] | 400 | /skills/fault/until",
        "[{'skill':'fault','level':11}] | 400 | level",
        "[{'skill':'fault','level':5},{'skill':'fault','level':6}] | 400 | /skills/fault",
        "[{'skill':'sewing','level':5}] | 422 | /skills/sewing",
      })
  void whatCannotBeMeantIsNamed(String skills, int status, String place) throws Exception {
    var answer =
        put(ACCOUNT, "{\"version\":3," + FORM + ",\"skills\":" + skills.replace('\'', '"') + "}");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(TestWeb.json(answer).path("detail").asString()).contains(place);
  }

  @Test
  void aPasswordThatWasMadeUpIsToldInTheAnswer() throws Exception {
    var made = put(ACCOUNT + "/password", "{}");
    assertThat(TestWeb.json(made).path("password").asString()).hasSizeGreaterThan(9);
    assertThat(put(ACCOUNT + "/password", "{\"password\":\"correct4horse\"}").body())
        .isEqualTo("{}");
    var created =
        web.post(
            "9001", "/api/v1/admin/accounts", "{\"agentNo\":\"1001\"," + FORM + ",\"skills\":[]}");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(TestWeb.json(created).at("/account/agentNo").asString()).isEqualTo("1001");
    assertThat(TestWeb.json(created).path("password").asString()).isNotEmpty();
  }

  @Test
  void aHolidayIsPutAndRemovedAsItWasSeen() throws Exception {
    var day = LocalDate.of(2027, 1, 1);
    var holiday = new Holiday(day, DayKind.HOLIDAY, new Bilingual("元旦", "New Year"));
    when(web.administration.calendar.holidays(LocalDate.of(2026, 1, 1)))
        .thenReturn(List.of(holiday));
    when(web.administration.calendar.hours())
        .thenReturn(
            List.of(
                new KeptCalendar.Hours(
                    "halls", DayKind.WORKING, LocalTime.of(8, 30), LocalTime.of(17, 30))));
    assertThat(TestWeb.json(web.get("9001", "/api/v1/admin/calendar")))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"holidays":[{"day":"2027-01-01","kind":"HOLIDAY",
                      "name":{"zh":"元旦","en":"New Year"}}],
                     "hours":[{"calendar":"halls","dayKind":"WORKING","opens":"08:30:00",
                      "closes":"17:30:00"}]}
                    """));
    String path = "/api/v1/admin/holidays/2027-01-01";
    String told = "{\"kind\":\"HOLIDAY\",\"name\":{\"zh\":\"元旦\",\"en\":\"New Year\"}}";
    when(web.administration.calendar.set(
            eq(day), eq(Optional.of(holiday)), eq(Optional.empty()), any(), any()))
        .thenReturn(true);
    assertThat(put(path, "{\"holiday\":" + told + "}").statusCode()).isEqualTo(204);
    assertThat(put(path, "{\"seen\":" + told + "}").statusCode()).isEqualTo(409);
    var nameless = put(path, "{\"holiday\":" + told.replace("元旦", " ") + "}");
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(nameless.body()).contains("/holiday/name/zh");
    assertThat(put("/api/v1/admin/holidays/2027-02-30", "{}").body()).contains("/day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "halls/WORKING | [{'opens':'08:00','closes':'12:00'}] | 204 | ",
        "halls/HOLIDAY | [] | 204 | ",
        "halls/WORKING | [] | 422 | neither on working days",
        "halls/WORKING | [{'opens':'12:00','closes':'08:00'}] | 400 | /spans",
        "halls/WORKING | [{'opens':'8','closes':'12:00'}] | 400 | opens",
        "halls/WORKING | [{'opens':'09:00','closes':'12:00'},{'opens':'08:00','closes':'09:30'}]"
            + " | 422 | /spans/1",
        "shops/WORKING | [{'opens':'08:00','closes':'12:00'}] | 404 | shops",
        "halls/SUNDAY | [] | 400 | dayKind",
      })
  void hoursAreSetAsFarAsTheyCanBeMeant(String of, String spans, int status, String place)
      throws Exception {
    var open = new KeptCalendar.Hours("halls", DayKind.WORKING, LocalTime.of(8, 0), LocalTime.NOON);
    when(web.administration.calendar.hours()).thenReturn(List.of(open));
    when(web.administration.calendar.setHours(any(), any(), any(), any(), any())).thenReturn(true);
    var body = "{\"spans\":" + spans.replace('\'', '"') + ",\"seen\":[]}";
    var answer = put("/api/v1/admin/hours/" + of, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(Optional.ofNullable(place).orElse(""));
  }

  @Test
  void whatFilesSetIsShown() throws Exception {
    assertThat(web.get("9001", "/api/v1/admin/settings").body())
        .contains("\"voltline.alarms.waiting\"");
  }

  @Test
  void changesAreToldWithBothSides() throws Exception {
    var search =
        new Change.Search(
            Optional.of("9001"),
            Optional.of("account"),
            Optional.of("1001"),
            Optional.empty(),
            Optional.empty(),
            7);
    when(web.administration.changes.list(search))
        .thenReturn(
            List.of(
                new Change(
                    5,
                    TestWeb.NOW,
                    "9001",
                    "127.0.0.1",
                    "account",
                    "1001",
                    Change.Action.CHANGE,
                    Map.of("name", "旧"),
                    Map.of("name", "新"))));
    String query = "?by=9001&kind=account&subject=1001&limit=7";
    assertThat(web.get("9001", "/api/v1/audit/changes" + query).body())
        .isEqualTo(
            "{\"changes\":[{\"id\":5,\"at\":\"2026-11-21T08:00:00Z\",\"by\":\"9001\","
                + "\"from\":\"127.0.0.1\",\"kind\":\"account\",\"subject\":\"1001\","
                + "\"action\":\"CHANGE\",\"before\":{\"name\":\"旧\"},"
                + "\"after\":{\"name\":\"新\"}}]}");
  }

  @Test
  void aVersionOfAFlowIsTriedAndRolledBack() throws Exception {
    var wrong = new FlowProblem("main.v3.json", 7, "hello", "no such prompt");
    when(web.administration.flows.running()).thenReturn(Map.of("main", 1));
    when(web.administration.flows.read())
        .thenReturn(
            new FlowFiles(Map.of(), Map.of("main.v2.json", mock(Flow.class)), List.of(wrong)));
    when(web.administration.flows.trials()).thenReturn(Map.of());
    assertThat(web.get("9001", "/api/v1/admin/flows").body())
        .isEqualTo(
            "{\"flows\":[{\"name\":\"main\",\"running\":1,\"standBy\":["
                + "{\"version\":2,\"problems\":[]},{\"version\":3,\"problems\":["
                + "{\"file\":\"main.v3.json\",\"line\":7,\"node\":\"hello\","
                + "\"message\":\"no such prompt\"}]}],\"problems\":[]}]}");
    String path = "/api/v1/admin/flows/main/trial";
    assertThat(put(path, "{\"trial\":{\"version\":2,\"percent\":10}}").statusCode()).isEqualTo(200);
    var what = new Change.What("flow", "main", Change.Action.CHANGE);
    verify(web.administration.changes).keep(any(), eq(TestWeb.NOW), eq(what), any(), any(), any());
    var mistaken = put(path, "{\"trial\":{\"version\":3,\"percent\":10}}");
    assertThat(mistaken.statusCode()).isEqualTo(422);
    assertThat(TestWeb.json(mistaken).path("detail").asString()).contains("main.v3.json:7");
    assertThat(put(path, "{\"trial\":{\"version\":4,\"percent\":10}}").statusCode()).isEqualTo(404);
    assertThat(put(path, "{\"seen\":{\"version\":2,\"percent\":10}}").statusCode()).isEqualTo(409);
    assertThat(put("/api/v1/admin/flows/none/trial", "{}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"1001", "2001", "3001"})
  void nobodyElseAdministers(String who) throws Exception {
    for (String path : List.of("accounts", "flows", "calendar", "settings")) {
      assertThat(web.get(who, "/api/v1/admin/" + path).statusCode()).isEqualTo(403);
    }
    assertThat(web.get(who, "/api/v1/audit/changes").statusCode()).isEqualTo(403);
    assertThat(put(who, "/api/v1/admin/holidays/2027-01-01", "{}").statusCode()).isEqualTo(403);
    String body = "{\"version\":3," + FORM + ",\"skills\":[]}";
    assertThat(put(who, ACCOUNT, body).statusCode()).isEqualTo(403);
    assertThat(put(who, ACCOUNT + "/password", "{}").statusCode()).isEqualTo(403);
    assertThat(put(who, "/api/v1/admin/flows/main/trial", "{}").statusCode()).isEqualTo(403);
    var make =
        web.post(
            who, "/api/v1/admin/accounts", "{\"agentNo\":\"1031\"," + FORM + ",\"skills\":[]}");
    assertThat(make.statusCode()).isEqualTo(403);
    verify(web.administration.accounts, never()).change(any(), anyInt(), any(), any(), any());
  }

  private static HttpResponse<String> put(String path, String json) throws Exception {
    return put("9001", path, json);
  }

  private static HttpResponse<String> put(String who, String path, String json) throws Exception {
    return web.send(
        web.as(who, path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static KeptAccount account() {
    var until = Optional.of(LocalDate.of(2027, 2, 28));
    var grant = new Grant(new SkillId("fault"), 5, false, Optional.empty(), until);
    var form = new AccountForm("测试", Role.AGENT, PhoneKind.WEBRTC, true, List.of(grant));
    return new KeptAccount(AGENT, form, false, 3);
  }
}
