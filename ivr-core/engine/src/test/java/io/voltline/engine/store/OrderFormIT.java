package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.voltline.domain.billing.Tariff;
import io.voltline.domain.billing.TariffClass;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.workorder.Alike;
import io.voltline.domain.workorder.Alike.Why;
import io.voltline.domain.workorder.Urgency;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderStatus;
import io.voltline.domain.workorder.WorkOrderStep;
import io.voltline.engine.desk.WorkOrderStore.Acceptance;
import io.voltline.engine.form.AlikeOrders;
import io.voltline.engine.form.Article;
import io.voltline.engine.form.CustomerSearch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside the form, on a house's own data. */
final class OrderFormIT {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static Database database;
  private static SqlWorkOrders orders;
  private static AlikeOrders alike;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    database = DemoHouse.open(folder, NOW);
    orders = new SqlWorkOrders(database, DemoHouse.ZONE);
    alike = new SqlAlikeOrders(database);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void ordersOfOneMatterAreFoundTheClosestFirst() {
    // 1001 to 1100 live behind one transformer.
    var own = made("own", 1_001, "00000001001", "fault-repair.single-premise", NOW);
    var neighbours = made("neighbour", 1_002, "00000001002", "fault-repair.low-voltage", NOW);
    var byNumber = made("number", 1_300, "0000 0001 001", "fault-repair.meter", NOW);
    made("another matter", 1_001, "00000001001", "complaint.service", NOW);
    made("elsewhere", 1_200, "00000001200", "fault-repair.low-voltage", NOW);
    made("long ago", 1_001, "1", "fault-repair.low-voltage", NOW.minus(Duration.ofDays(40)));
    var done = made("done", 1_001, "00000001001", "fault-repair.low-voltage", NOW);
    orders.move(
        done,
        WorkOrderStatus.TO_DISPATCH,
        new WorkOrderStep(NOW, "1001", "withdraw", WorkOrderStatus.WITHDRAWN, Optional.empty()),
        List.of());
    assertThat(alike.find(query(1_001, Optional.of("0000 0001 001"), true)))
        .extracting(found -> found.order().no(), Alike::why)
        .containsExactly(
            tuple(own, Why.ACCOUNT), tuple(byNumber, Why.PHONE), tuple(neighbours, Why.AREA));
    assertThat(alike.find(query(1_001, Optional.empty(), false)))
        .extracting(Alike::why)
        .containsExactly(Why.ACCOUNT);
    assertThat(
            alike.find(
                new AlikeOrders.Query(
                    "fault-repair", Optional.empty(), Optional.empty(), true, NOW, 5)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "9900001234, 9900001234",
    "99000012, 9900001200",
    "+86 00000001234, 9900001234",
    "000 0000 1234, 9900001234",
    "M0000001234, 9900001234",
    "演示客户01234, 9900001234",
    "光明路3号, 9900000003"
  })
  void customersAreFoundByWhatACallerTells(String text, String first) {
    assertThat(new SqlCustomerSearch(database).find(text, 20))
        .hasSizeBetween(1, 20)
        .first()
        .extracting(match -> match.account().value())
        .isEqualTo(first);
  }

  @Test
  void aSearchTakesNoPatternAndKeepsItsLimit() {
    var search = new SqlCustomerSearch(database);
    assertThat(search.find("%%", 20)).isEmpty();
    assertThat(search.find("__", 20)).isEmpty();
    List<CustomerSearch.Match> some = search.find("示例市", 7);
    assertThat(some).hasSize(7).allMatch(match -> !match.phones().isEmpty());
  }

  @Test
  void articlesAreFoundInBothLanguagesTitlesFirst() {
    var articles = new SqlKnowledge(database);
    assertThat(ids(articles.search("阶梯", Optional.empty(), 50))).startsWith("tiered-tariff");
    assertThat(ids(articles.search("step PRICE", Optional.empty(), 50))).contains("tiered-tariff");
    assertThat(ids(articles.search("阶梯 没有这个词", Optional.empty(), 50))).isEmpty();
    assertThat(ids(articles.search("100%", Optional.empty(), 50))).isEmpty();
    assertThat(ids(articles.search("", Optional.of("service-request.damaged-appliance"), 3)))
        .startsWith("damaged-appliance")
        .hasSize(3);
    assertThat(ids(articles.search(" ", Optional.of("complaint.service"), 50)))
        .startsWith("complaint-handling");
    assertThat(articles.find("tiered-tariff").orElseThrow().body().zh()).contains("\n");
    assertThat(articles.find("none")).isEmpty();
  }

  @Test
  void tariffsHoldByDayRegionAndKind() {
    var bills = new SqlBills(database);
    assertThat(bills.tariffs(LocalDate.of(2026, 11, 22)))
        .extracting(Tariff::kind)
        .containsExactly(TariffClass.LIGHTING, TariffClass.POWER);
    assertThat(bills.tariffs(LocalDate.of(2019, 12, 31))).isEmpty();
  }

  private static List<String> ids(List<Article> articles) {
    return articles.stream().map(Article::id).toList();
  }

  private static AlikeOrders.Query query(int account, Optional<String> phone, boolean neighbours) {
    return new AlikeOrders.Query(
        "fault-repair",
        Optional.of(account(account)),
        phone,
        neighbours,
        NOW.minus(Duration.ofDays(30)),
        5);
  }

  private static AccountNo account(int number) {
    return new AccountNo("99000%05d".formatted(number));
  }

  private static WorkOrderNo made(
      String request, int account, String phone, String type, Instant at) {
    var form =
        new WorkOrderForm(
            type,
            Optional.of(account(account)),
            Optional.empty(),
            Optional.empty(),
            phone,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request);
    return orders
        .accept(
            new Acceptance(
                "test-" + request,
                form,
                Urgency.NORMAL,
                "1001",
                WorkOrderSource.AGENT,
                at,
                Optional.empty(),
                List.of()))
        .order()
        .no();
  }
}
