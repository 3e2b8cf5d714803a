package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountForm;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.admin.KeptAccount;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
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
    clearInvocations(web.accounts);
    when(web.accounts.find(AGENT)).thenReturn(Optional.of(account()));
    when(web.accounts.all()).thenReturn(List.of(account()));
    when(web.accounts.change(any(), anyInt(), any(), any(), any())).thenReturn(true);
    when(web.accounts.password(any(), any(), any(), any())).thenReturn(true);
    when(web.accounts.add(any(), any(), any(), any(), any())).thenReturn(true);
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
    verify(web.accounts).change(eq(AGENT), eq(3), eq(form), any(), eq(TestWeb.NOW));
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
  void changesAreToldWithBothSides() throws Exception {
    var search =
        new Change.Search(
            Optional.of("9001"),
            Optional.of("account"),
            Optional.of("1001"),
            Optional.empty(),
            Optional.empty(),
            7);
    when(web.changes.list(search))
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

  @ParameterizedTest
  @CsvSource({"1001", "2001", "3001"})
  void nobodyElseAdministers(String who) throws Exception {
    for (String path : List.of("admin/accounts", "audit/changes")) {
      assertThat(web.get(who, "/api/v1/" + path).statusCode()).isEqualTo(403);
    }
    String body = "{\"version\":3," + FORM + ",\"skills\":[]}";
    assertThat(put(who, ACCOUNT, body).statusCode()).isEqualTo(403);
    assertThat(put(who, ACCOUNT + "/password", "{}").statusCode()).isEqualTo(403);
    var make =
        web.post(
            who, "/api/v1/admin/accounts", "{\"agentNo\":\"1031\"," + FORM + ",\"skills\":[]}");
    assertThat(make.statusCode()).isEqualTo(403);
    verify(web.accounts, never()).change(any(), anyInt(), any(), any(), any());
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
