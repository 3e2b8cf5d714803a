package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.workorder.LimitProfile;
import io.voltline.engine.admin.KeptLimits;
import io.voltline.engine.admin.KeptLimits.Kept;
import io.voltline.engine.desk.LimitProfilesFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class LimitApiTest {
  private static final String PROFILES = "/api/v1/admin/limit-profiles";
  private static final String CHOICES = "/api/v1/admin/limit-choices/";
  private static final List<LimitProfile> USUAL = LimitProfilesFile.read();
  private static final String ID = "southern-grid";
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static TestWeb web;
  private static KeptLimits kept;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    web = new TestWeb(folder, 1);
    kept = web.administration.limits;
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @BeforeEach
  void usual() {
    reset(kept);
    when(kept.profiles())
        .thenReturn(USUAL.stream().map(profile -> new Kept(profile, false, false)).toList());
    when(kept.choices()).thenReturn(List.of());
    clearInvocations(kept);
  }

  @Test
  void profilesAndWhichOneHoldsAreTold() throws Exception {
    when(kept.choices())
        .thenReturn(
            List.of(
                new KeptLimits.Choice(TODAY.minusDays(9), "handbook-2007"),
                new KeptLimits.Choice(TODAY, ID),
                new KeptLimits.Choice(TODAY.plusDays(1), "commitments-2011")));
    JsonNode told = TestWeb.json(web.get("9001", PROFILES));
    assertThat(told.path("valid").asString()).isEqualTo(ID);
    assertThat(told.path("profiles")).hasSize(4);
    JsonNode first = told.at("/profiles/0/profile/limits/0");
    assertThat(first.path("area").asString()).isEqualTo("TOWN");
    assertThat(first.at("/term/amount").asInt()).isEqualTo(45);
    assertThat(first.has("after")).isFalse();
    when(kept.choices()).thenReturn(List.of());
    assertThat(TestWeb.json(web.get("9001", PROFILES)).path("valid").asString())
        .isEqualTo("state-grid-current");
  }

  @Test
  void aProfileIsChangedAndWhoeverWasOvertakenIsTold() throws Exception {
    when(kept.set(any(), any(), any(), any(), any())).thenReturn(true, false);
    ObjectNode seen = south();
    ObjectNode fresh = seen.deepCopy();
    ((ObjectNode) fresh.at("/limits/0/term")).put("amount", 40);
    assertThat(put(PROFILES + "/" + ID, wish(fresh, seen)).statusCode()).isEqualTo(200);
    verify(kept)
        .set(
            eq(ID),
            argThat(wanted -> wanted.orElseThrow().limits().getFirst().term().amount() == 40),
            eq(Optional.of(USUAL.get(1))),
            any(),
            any());
    assertThat(put(PROFILES + "/" + ID, wish(fresh, seen)).statusCode()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/limits/0 | type | \"sewing\" | 422 | /limits/0/type",
        "/limits/0 | area | \"COUNTRY\" | 400 | /limits/1: stands twice",
        "/limits/0/term | amount | 0 | 400 | amount",
        "/limits/3/term | amount | 721 | 400 | /limits/3/term: 721 HOURS",
        "/limits/0 | after | \"FOLLOW_UP\" | 400 | /limits/0: ARRIVAL can't be counted from FOLLOW_UP",
        "/name | zh | \"  \" | 400 | /name/zh",
      })
  void whatMakesNoSenseIsNamedAndNeverKept(
      String at, String field, String value, int status, String place) throws Exception {
    ObjectNode seen = south();
    ObjectNode fresh = seen.deepCopy();
    ((ObjectNode) fresh.at(at)).set(field, JsonMapper.shared().readTree(value));
    var answer = put(PROFILES + "/" + ID, wish(fresh, seen));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(place);
    verify(kept, never()).set(any(), any(), any(), any(), any());
  }

  @Test
  void anOwnProfileThatHoldsOnSomeDaysStays() throws Exception {
    String gone = "{\"seen\":" + south() + "}";
    when(kept.profiles()).thenReturn(List.of(new Kept(USUAL.get(1), true, false)));
    when(kept.choices()).thenReturn(List.of(new KeptLimits.Choice(TODAY, ID)));
    var refused = put(PROFILES + "/" + ID, gone);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("holds on some days");
    assertThat(put(PROFILES + "/other", gone).statusCode()).isEqualTo(404);
    assertThat(put(PROFILES + "/" + ID, "{}").statusCode()).isEqualTo(400);
    when(kept.choices()).thenReturn(List.of());
    when(kept.set(any(), any(), any(), any(), any())).thenReturn(true);
    assertThat(put(PROFILES + "/" + ID, gone).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, southern-grid, 422",
    "2026-11-21, southern-grid, 200",
    "2027-01-01, nobody, 404",
    "2027-13-01, southern-grid, 400",
  })
  void aProfileIsChosenFromTodayOn(String day, String profile, int status) throws Exception {
    when(kept.choose(any(), any(), any(), any(), any())).thenReturn(true);
    var answer = put(CHOICES + day, "{\"profile\":\"" + profile + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  @Test
  void aChoiceThatSomebodyElseMadeMeanwhileStays() throws Exception {
    assertThat(put(CHOICES + "2027-01-01", "{\"profile\":\"" + ID + "\"}").statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "2001", "3001"})
  void nobodyElseMay(String who) throws Exception {
    assertThat(web.get(who, PROFILES).statusCode()).isEqualTo(403);
    assertThat(web.put(who, PROFILES + "/" + ID, wish(south(), south())).statusCode())
        .isEqualTo(403);
    assertThat(web.put(who, CHOICES + "2027-01-01", "{}").statusCode()).isEqualTo(403);
    verify(kept, never()).choose(any(), any(), any(), any(), any());
  }

  @Test
  void agentsAreToldWhatTheyCanPromise() throws Exception {
    String types = "/api/v1/work-order-types/";
    JsonNode told = TestWeb.json(web.get("1001", types + "fault-repair.danger/due?area=COUNTRY"));
    assertThat(told.at("/due/1/milestone").asString()).isEqualTo("ARRIVAL");
    assertThat(told.at("/due/1/by").asString())
        .isEqualTo(TestWeb.NOW.plusSeconds(90 * 60).toString());
    assertThat(told.at("/due/1/wholeDay").asBoolean()).isFalse();
    assertThat(web.get("1001", types + "sewing/due").statusCode()).isEqualTo(404);
  }

  private static ObjectNode south() throws Exception {
    return (ObjectNode) TestWeb.json(web.get("9001", PROFILES)).at("/profiles/1/profile");
  }

  private static String wish(JsonNode profile, JsonNode seen) {
    return "{\"profile\":" + profile + ",\"seen\":" + seen + "}";
  }

  private static HttpResponse<String> put(String path, String json) throws Exception {
    return web.put("9001", path, json);
  }
}
