package io.voltline.engine.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.billing.TariffClass;
import io.voltline.domain.billing.TariffStep;
import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.OutageKind;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.Alike;
import io.voltline.domain.workorder.Due;
import io.voltline.domain.workorder.Filing;
import io.voltline.domain.workorder.Milestone;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.WorkOrderStore.Accepted;
import io.voltline.engine.desk.WorkOrderStore.Amendment;
import io.voltline.engine.form.Article;
import io.voltline.engine.form.CustomerSearch;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the work order form, by the contract. */
final class FormApiTest {
  private static final Due DONE = new Due(Milestone.DISPATCH, TestWeb.NOW, false);
  private static final Due DUE = new Due(Milestone.ARRIVAL, TestWeb.NOW.plusSeconds(2_700), false);
  private static final AccountNo ACCOUNT = new AccountNo("9900000002");
  private static final WorkOrderNo NO = new WorkOrderNo("20261121000001");
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final Outage OUTAGE =
      new Outage(
          "o-2",
          OutageKind.FAULT,
          new Bilingual("设备故障", "equipment fault"),
          TestWeb.NOW.minusSeconds(600),
          Optional.empty(),
          Optional.empty());
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
    reset(
        web.form.orders,
        web.form.alike,
        web.form.outages,
        web.form.bills,
        web.form.knowledge,
        web.form.customers);
    reset(web.records.customers, web.records.calls);
  }

  @Test
  void theTypeTreeTellsWhatEachTypeRequiresAndTheTimeThereIs() throws Exception {
    var types = TestWeb.json(web.get("1001", "/api/v1/work-order-types"));
    assertThat(types.at("/types/0/children/0/requires").toString())
        .isEqualTo("[\"address\",\"area\"]");
    assertThat(types.at("/types/1/children/0/requires")).isEmpty();
    assertThat(types.at("/sendWithinSeconds").asDouble()).isEqualTo(180);
  }

  @Test
  void aFormThatLeavesOpenWhatItsTypeRequiresIsRefusedByField() throws Exception {
    var response =
        web.post(
            "1001",
            "/api/v1/work-orders",
            """
            {"requestId":"3f1c0e52-0001","type":"fault-repair.low-voltage","description":"没电",
             "contactPhone":"00000000001","area":"TOWN"}
            """);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(TestWeb.json(response).path("detail").asString())
        .isEqualTo("/address: fault-repair.low-voltage requires it");
    verify(web.form.orders, never()).accept(any());
  }

  @Test
  void anOrderTellsHowSoonItWasSent() throws Exception {
    when(web.form.orders.accept(any()))
        .thenReturn(
            new Accepted(order(Optional.of(new Filing(Duration.ofMillis(218_400), true))), true));
    var made =
        TestWeb.json(
            web.post(
                "1001",
                "/api/v1/work-orders",
                """
                {"requestId":"3f1c0e52-0001","type":"inquiry.other","description":"问",
                 "contactPhone":"00000000001"}
                """));
    assertThat(made.at("/filing").toString()).isEqualTo("{\"afterSeconds\":218.4,\"late\":true}");
    assertThat(made.at("/due").toString())
        .as("what is still to be done")
        .isEqualTo(
            "[{\"milestone\":\"ARRIVAL\",\"by\":\"%s\",\"wholeDay\":false}]".formatted(DUE.by()));
  }

  @Test
  void openOrdersAndTheOutageOfTheSameMatterAreOffered() throws Exception {
    when(web.records.customers.of(ACCOUNT)).thenReturn(Optional.of(view()));
    when(web.form.alike.find(
            argThat(
                query ->
                    query.branch().equals("fault-repair")
                        && query.neighbours()
                        && query.contactPhone().equals(Optional.of("00000000002"))
                        && query.account().equals(Optional.of(ACCOUNT)))))
        .thenReturn(List.of(new Alike(order(Optional.empty()), Alike.Why.AREA)));
    var offered =
        TestWeb.json(
            web.get(
                "1001",
                "/api/v1/alike-orders?type=fault-repair.low-voltage&accountNo=9900000002"
                    + "&contactPhone=00000000002"));
    assertThat(offered.at("/orders/0/why").asString()).isEqualTo("AREA");
    assertThat(offered.at("/orders/0/order/no").asString()).isEqualTo(NO.value());
    assertThat(offered.at("/outage/id").asString()).isEqualTo("o-2");
    var inquiry =
        TestWeb.json(
            web.get("1001", "/api/v1/alike-orders?type=inquiry.other&accountNo=9900000002"));
    assertThat(inquiry.has("outage")).isFalse();
  }

  @Test
  void aCallUrgesOrIsLinkedInPlaceOfANewOrder() throws Exception {
    amending();
    var urged = TestWeb.json(put("/work-orders/20261121000001/urges/vl1-1.1", ""));
    assertThat(urged.path("outcome").asString()).isEqualTo("URGED");
    assertThat(urged.path("times").asInt()).isEqualTo(1);
    var linked =
        TestWeb.json(
            put("/work-orders/20261121000001/links/vl1-1.1", "{\"accountNo\":\"9900000002\"}"));
    assertThat(linked.path("added").asBoolean()).isTrue();
    assertThat(linked.at("/order/no").asString()).isEqualTo(NO.value());
  }

  @Test
  void theOrderOfAnOutageIsMadeWithTheFirstCallAboutIt() throws Exception {
    amending();
    when(web.form.outages.find("o-2")).thenReturn(Optional.of(OUTAGE));
    when(web.records.customers.of(ACCOUNT)).thenReturn(Optional.of(view()));
    when(web.form.orders.accept(any())).thenReturn(new Accepted(order(Optional.empty()), true));
    var linked = TestWeb.json(put("/outages/o-2/links/vl1-1.1", "{\"accountNo\":\"9900000002\"}"));
    assertThat(linked.path("added").asBoolean()).isTrue();
    verify(web.form.outages).parent("o-2", NO);
    verify(web.form.orders).accept(argThat(made -> made.source() == WorkOrderSource.SYSTEM));
  }

  @ParameterizedTest
  @CsvSource({
    "/work-orders/20261121000009/urges/vl1-1.1, 404",
    "/work-orders/20261121000009/links/vl1-1.1, 404",
    "/outages/over/links/vl1-1.1, 404"
  })
  void whatIsNotThereIsNotFound(String path, int status) throws Exception {
    when(web.form.orders.amend(any(), any())).thenReturn(Optional.empty());
    assertThat(put(path, "{\"accountNo\":\"9900000002\"}").statusCode()).isEqualTo(status);
  }

  @Test
  void aTariffTellsWhatAYearCosts() throws Exception {
    var day = LocalDate.of(2026, 11, 21);
    when(web.form.bills.tariff(ACCOUNT, day)).thenReturn(Optional.of(tariff()));
    when(web.form.bills.usedIn(2026, ACCOUNT)).thenReturn(OptionalLong.of(2_800));
    var told = TestWeb.json(web.get("1001", "/api/v1/tariffs?accountNo=9900000002&kwh=5000"));
    assertThat(told.at("/tariffs/0/cost").toString())
        .isEqualTo("{\"kwh\":5000,\"amount\":\"2852.00\",\"step\":3}");
    assertThat(told.at("/tariffs/0/steps/1").toString())
        .isEqualTo("{\"aboveKwh\":2760,\"price\":\"0.588\"}");
    assertThat(told.at("/standing").toString())
        .isEqualTo("{\"step\":2,\"usedKwh\":2800,\"leftKwh\":2000,\"price\":\"0.588\"}");
  }

  @Test
  void tariffsOfADayAreListedWithoutAnAccount() throws Exception {
    var day = LocalDate.of(2021, 5, 1);
    when(web.form.bills.tariffs(day)).thenReturn(List.of(tariff()));
    var told = TestWeb.json(web.get("1001", "/api/v1/tariffs?day=2021-05-01"));
    assertThat(told.path("day").asString()).isEqualTo("2021-05-01");
    assertThat(told.at("/tariffs/0/from").asString()).isEqualTo("2020-01-01");
    assertThat(told.at("/tariffs/0").has("cost")).isFalse();
  }

  @Test
  void articlesAreSearchedAndOpened() throws Exception {
    var article =
        new Article(
            "tiered-tariff",
            Optional.of("look-up.bill"),
            new Bilingual("阶梯电价", "Tiered tariff"),
            new Bilingual("正文", "Body"),
            LocalDate.of(2026, 11, 22));
    when(web.form.knowledge.search("阶梯 step", Optional.of("look-up.bill"), 50))
        .thenReturn(List.of(article));
    when(web.form.knowledge.find("tiered-tariff")).thenReturn(Optional.of(article));
    var found =
        TestWeb.json(
            web.get("1001", "/api/v1/articles?q=%E9%98%B6%E6%A2%AF%20step&type=look-up.bill"));
    assertThat(found.at("/articles/0/title/zh").asString()).isEqualTo("阶梯电价");
    assertThat(
            TestWeb.json(web.get("1001", "/api/v1/articles/tiered-tariff"))
                .at("/body/en")
                .asString())
        .isEqualTo("Body");
    assertThat(web.get("1001", "/api/v1/articles/none").statusCode()).isEqualTo(404);
  }

  @Test
  void customersAreFoundWithNamesAndNumbersMasked() throws Exception {
    when(web.form.customers.find("光明路", 50))
        .thenReturn(
            List.of(
                new CustomerSearch.Match(
                    ACCOUNT,
                    "测试客户二",
                    List.of(new PhoneNumber("00000000002")),
                    "示例市样板区光明路2号",
                    "M0000000002",
                    CustomerClass.RESIDENTIAL)));
    var found = TestWeb.json(web.get("1001", "/api/v1/customers?q=%E5%85%89%E6%98%8E%E8%B7%AF"));
    assertThat(found.at("/customers/0/name").asString()).isEqualTo("测***二");
    assertThat(found.at("/customers/0/phones/0").asString()).isEqualTo("000****0002");
    assertThat(found.at("/customers/0/accountNo").asString()).isEqualTo("9900000002");
  }

  @ParameterizedTest
  @CsvSource({"3001, 0000, 403", "1001, 1, 422"})
  void nobodyLeafsThroughCustomers(String agent, String text, int status) throws Exception {
    assertThat(web.get(agent, "/api/v1/customers?q=" + text).statusCode()).isEqualTo(status);
    verify(web.form.customers, never()).find(anyString(), anyInt());
  }

  private void amending() {
    when(web.form.orders.find(NO)).thenReturn(Optional.of(order(Optional.empty())));
    when(web.form.orders.amend(eq(NO), any()))
        .thenAnswer(
            call -> {
              Function<WorkOrder, Amendment<?>> rule = call.getArgument(1);
              return Optional.of(rule.apply(order(Optional.empty())));
            });
  }

  private static HttpResponse<String> put(String path, String json) throws Exception {
    return web.send(
        web.as("1001", "/api/v1" + path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static Tariff tariff() {
    return new Tariff(
        "demo",
        TariffClass.LIGHTING,
        LocalDate.of(2020, 1, 1),
        Optional.empty(),
        List.of(step(0, "0.538"), step(2_760, "0.588"), step(4_800, "0.838")));
  }

  private static TariffStep step(long above, String price) {
    return new TariffStep(above, new BigDecimal(price));
  }

  private static CustomerView view() {
    var customer =
        new Customer(
            ACCOUNT,
            "测试客户二",
            List.of(new PhoneNumber("00000000002")),
            "示例市样板区光明路2号",
            Area.TOWN,
            CustomerClass.RESIDENTIAL,
            CreditGrade.A,
            new Money(new BigDecimal("58.00")),
            false,
            OptionalInt.empty(),
            false,
            Optional.empty(),
            "M0000000002",
            "演示台区2",
            "示例城区供电所");
    return new CustomerView(customer, List.of(), List.of(OUTAGE), List.of());
  }

  private static WorkOrder order(Optional<Filing> filing) {
    return new WorkOrder(
        NO,
        new WorkOrderForm(
            "fault-repair.several-premises",
            Optional.of(ACCOUNT),
            Optional.of(CALL),
            Optional.empty(),
            "00000000002",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "没电"),
        WorkOrderStatus.DISPATCHED,
        Urgency.NORMAL,
        TestWeb.NOW,
        "1001",
        WorkOrderSource.AGENT,
        filing,
        List.of(DONE, DUE),
        List.of());
  }
}
