package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeedsIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  @TempDir private Path folder;

  @Test
  void aFirstStartLoadsAccountsAndCustomersAndASecondLoadsNothingTwice() throws Exception {
    Path accounts = folder.resolve("accounts.json");
    Files.writeString(
        accounts,
        """
        [{"agentNo":"1001","name":"测试座席1001","role":"agent","password":"right","sipPassword":"s1",
          "phone":"webrtc","skills":{"general":5,"fault":3},
          "certificates":{"fault":{"validUntil":"2026-12-31","reserve":true}}},
         {"agentNo":"2001","name":"测试班长2001","role":"supervisor","password":"other","sipPassword":"s2",
          "phone":"webrtc","skills":{}}]
        """);
    var settings = TestMariaDb.fresh();
    for (int start = 0; start < 2; start++) {
      var seeds = new Seeds(accounts, InstantSource.fixed(Instant.EPOCH), ZONE);
      try (var database = Database.open(settings, seeds)) {
        assertThat(database.awaitUp(Duration.ofSeconds(60))).isTrue();
        check(database);
      }
    }
  }

  @Test
  void whatMayComeLaterAndCannotTakesNothingAway() throws Exception {
    var tries = new AtomicInteger();
    var preparation =
        new Database.Preparation() {
          @Override
          public void prepare(Handle handle) {}

          @Override
          public void complete(Handle handle) {
            tries.incrementAndGet();
            handle.execute(
                "INSERT INTO seed (name, done_at) VALUES ('twice', NOW()), ('twice', NOW())");
          }
        };
    try (var database = Database.open(TestMariaDb.fresh(), preparation)) {
      assertThat(database.awaitUp(Duration.ofSeconds(60))).isTrue();
      await().until(() -> tries.get() == 1);
      await().during(Duration.ofSeconds(1)).until(() -> database.up() && tries.get() == 1);
    }
  }

  @Test
  void aDatabaseThatGoesAwayInTheMiddleComesUpAgainAndIsCompleted() throws Exception {
    var tries = new AtomicInteger();
    try (var wire = new Relay(TestMariaDb.port())) {
      var preparation =
          new Database.Preparation() {
            @Override
            public void prepare(Handle handle) {}

            @Override
            public void complete(Handle handle) {
              if (tries.incrementAndGet() == 1) {
                wire.cut();
              }
              handle.execute("INSERT INTO seed (name, done_at) VALUES ('late', NOW())");
            }
          };
      try (var database = Database.open(TestMariaDb.through(wire), preparation)) {
        await().until(() -> tries.get() == 1 && !database.up());
        wire.mend();
        assertThat(database.awaitUp(Duration.ofSeconds(60))).isTrue();
        assertThat(tries).hasValueGreaterThan(1);
      }
    }
  }

  private static void check(Database database) {
    var accounts = new SqlAccounts(database, ZONE, InstantSource.system());
    assertThat(accounts.all()).extracting(a -> a.agentNo().value()).containsExactly("1001", "2001");
    var agent = accounts.find(new AgentNo("1001")).orElseThrow();
    assertThat(agent.role()).isEqualTo(Role.AGENT);
    assertThat(agent.phone()).isEqualTo(PhoneKind.WEBRTC);
    assertThat(agent.certificates())
        .containsExactly(
            new Certificate(
                new SkillId("fault"),
                3,
                true,
                OptionalLong.of(Instant.parse("2026-12-31T16:00:00Z").toEpochMilli())),
            Certificate.of(new SkillId("general"), 5));
    assertThat(agent.sipPassword().reveal()).isEqualTo("s1");
    assertThat(accounts.verify(new AgentNo("1001"), "right")).isTrue();
    assertThat(accounts.verify(new AgentNo("1001"), "other")).isFalse();
    assertThat(accounts.verify(new AgentNo("1999"), "nobody")).isFalse();

    await().atMost(Duration.ofSeconds(60)).until(() -> customers(database) == 10_007);
    assertThat(customer(database, 1).openWorkOrders()).isEmpty();
    assertThat(customer(database, 1).outages()).isEmpty();
    assertThat(customer(database, 2).outages())
        .singleElement()
        .satisfies(outage -> assertThat(outage.parentWorkOrder()).isPresent());
    var third = customer(database, 3).customer();
    assertThat(third.balance()).hasToString("-86.40");
    assertThat(third.creditGrade()).isEqualTo(CreditGrade.B);
    assertThat(third.cutOff()).isTrue();
    var fourth = customer(database, 4).customer();
    assertThat(fourth.customerClass()).isEqualTo(CustomerClass.KEY);
    assertThat(fourth.capacityKva()).hasValue(2_500);
    assertThat(fourth.accountManager()).isPresent();
    assertThat(fourth.creditGrade()).isEqualTo(CreditGrade.AAA);
    assertThat(customer(database, 5).customer().area()).isEqualTo(Area.COUNTRY);
    var sixth = customer(database, 6);
    assertThat(sixth.customer().area()).isEqualTo(Area.REMOTE);
    assertThat(sixth.recentCalls()).hasSize(2);
    assertThat(sixth.openWorkOrders())
        .singleElement()
        .satisfies(
            order -> {
              assertThat(order.form().type()).startsWith("complaint");
              assertThat(order.history())
                  .filteredOn(step -> step.action().equals("urge"))
                  .hasSize(2);
            });
    var seventh = customer(database, 7).customer();
    assertThat(seventh.customerClass()).isEqualTo(CustomerClass.CRITICAL);
    assertThat(seventh.dualSupply()).isTrue();

    var callers = new SqlCallers(database, InstantSource.system(), Duration.ofDays(1));
    assertThat(callers.known("+86 000 0000 0003"))
        .isEqualTo(new CallerDirectory.Known(Optional.of(account(3)), false, List.of()));
    assertThat(callers.known("00000000004").keyCustomer()).isTrue();
    assertThat(callers.known("00000000007").keyCustomer()).isTrue();
    assertThat(callers.known("13912345678")).isEqualTo(CallerDirectory.Known.NOTHING);
    assertThat(callers.known("anonymous")).isEqualTo(CallerDirectory.Known.NOTHING);
  }

  private static long customers(Database database) {
    return database.read(
        handle -> handle.select("SELECT COUNT(*) FROM customer").mapTo(Long.class).one());
  }

  private static CustomerView customer(Database database, int number) {
    return new SqlCustomers(database).of(account(number)).orElseThrow();
  }

  private static AccountNo account(int number) {
    return new AccountNo("990000000" + number);
  }
}
