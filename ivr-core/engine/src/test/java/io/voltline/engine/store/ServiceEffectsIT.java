package io.voltline.engine.store;

import static io.voltline.engine.store.ServiceHouse.account;
import static io.voltline.engine.store.ServiceHouse.digits;
import static io.voltline.engine.store.ServiceHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.flow.Input.Told;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.selfservice.Tapes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow can have done, on the data of a new house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServiceEffectsIT {
  private static final Instant START = ServiceHouse.START;
  private static final Value REASON = new Value.Text("设备故障", "equipment fault");
  private ServiceHouse house;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    house = new ServiceHouse(folder);
  }

  @BeforeEach
  void newCall() {
    house.newCall();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void aCallAboutAKnownOutageJoinsItsOrderOnce() {
    var outage = new Value.Word("demo-outage-2");
    long before = house.orderCount();
    Told linked = house.ask("link-outage", account(2), "outage", outage);
    assertThat(linked.outcome()).isEqualTo("linked");
    assertThat(house.ask("link-outage", account(2), "outage", outage).outcome())
        .isEqualTo("already");
    assertThat(house.orderCount()).isEqualTo(before);
    assertThat(house.order(linked).history().getLast().note().orElseThrow())
        .contains("9900000002", "vl1-77." + house.calls);
  }

  @Test
  void whoCallsFirstAboutAnOutageWithoutAnOrderMakesIt() {
    var outage = new Value.Word("demo-outage-100");
    Told first = house.ask("link-outage", account(11_000), "outage", outage);
    Told second = house.ask("link-outage", account(10_999), "outage", outage);
    assertThat(second.values()).isEqualTo(first.values());
    assertThat(house.order(first).source()).isEqualTo(WorkOrderSource.IVR);
    assertThat(house.order(first).history()).hasSize(3);
    assertThat(house.ask("link-outage", account(2), "outage", new Value.Word("gone")).outcome())
        .isEqualTo("failed");
  }

  @Test
  void supplyIsPromisedBackOnceToWhoHasPaid() {
    assertThat(house.ask("reconnect", account(1)).outcome()).isEqualTo("not-cut-off");
    assertThat(house.ask("reconnect", account(3)).outcome()).isEqualTo("arrears");
    int paid = house.account("SELECT MIN(account_no) FROM customer WHERE cut_off AND balance >= 0");
    Told accepted = house.ask("reconnect", account(paid));
    assertThat(accepted.values())
        .containsEntry("by", new Value.Moment(START.plus(Duration.ofHours(24))));
    assertThat(house.order(accepted).form().type()).isEqualTo("service-request.reconnection");
    assertThat(house.ask("reconnect", account(paid)).outcome()).isEqualTo("asked-already");
  }

  @Test
  void anOrderTellsHowItStandsAndIsUrgedEveryTenMinutes() {
    Told complaint = house.ask("order-of", account(6));
    assertThat(complaint.outcome()).isEqualTo("found");
    assertThat(complaint.values()).containsEntry("status", new Value.Word("dispatched"));
    var order = digits(ServiceHouse.text(complaint));
    assertThat(house.ask("order", "order", order)).isEqualTo(complaint);
    assertThat(house.ask("urge", "order", order))
        .isEqualTo(ServiceHouse.told("urged", "times", number(3)));
    house.now = START.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(house.ask("urge", "order", order).outcome()).isEqualTo("urged-already");
    house.now = START.plus(Duration.ofMinutes(10));
    assertThat(house.ask("urge", "order", order))
        .isEqualTo(ServiceHouse.told("urged", "times", number(4)));
    assertThat(house.ask("order-of", account(7)).outcome()).isEqualTo("none");
    assertThat(house.ask("order", "order", digits("12")).outcome()).isEqualTo("unknown");
    assertThat(house.ask("order", "order", digits("20261121999999")).outcome())
        .isEqualTo("unknown");
  }

  @Test
  void aClosedOrderIsToldAsSuch() {
    Told raised = house.ask("raise", "type", new Value.Word("praise.agent"), account(5));
    house.change(
        "UPDATE work_order SET status = 'ARCHIVED' WHERE no = ?", ServiceHouse.text(raised));
    assertThat(house.ask("order", "order", digits(ServiceHouse.text(raised))).outcome())
        .isEqualTo("closed");
    assertThat(house.ask("order-of", account(5)).outcome()).isEqualTo("closed");
    assertThat(house.ask("urge", "order", digits(ServiceHouse.text(raised))).outcome())
        .isEqualTo("closed");
  }

  @Test
  void anOrderIsRaisedForTheCallerOnceACall() {
    var type = new Value.Word("fault-repair.single-premise");
    Told raised = house.ask("raise", "type", type, account(1));
    assertThat(house.ask("raise", "type", type, account(1))).isEqualTo(raised);
    var order = house.order(raised);
    assertThat(order.createdBy()).isEqualTo("ivr");
    assertThat(order.form().contactPhone()).isEqualTo("00000000001");
    assertThat(order.form().callId()).contains(new CallId("vl1-77." + house.calls));
    assertThat(order.form().address()).contains("示例市样板区光明路1号");
    assertThat(house.ask("raise", "type", new Value.Word("no-such-type")).outcome())
        .isEqualTo("refused");
    house.caller = "anonymous";
    assertThat(house.ask("raise", "type", type).outcome()).as("nobody to ask").isEqualTo("refused");
  }

  @Test
  void aTipOffThatWantsToStayUnknownKeepsNothingOfTheCaller() {
    var yes = new Value.Word("yes");
    Told raised =
        house.ask(
            "raise", "type", new Value.Word("tip-off.stealing"), account(1), "anonymous", yes);
    List<String> kept =
        house.database.read(
            handle ->
                handle
                    .select(
                        """
                        SELECT CONCAT_WS('|', contact_phone, account_no, call_id, contact_name,
                          address, area) AS t FROM work_order WHERE no = ?
                        """,
                        ServiceHouse.text(raised))
                    .map((rs, ctx) -> rs.getString("t"))
                    .list());
    assertThat(kept).containsExactly("");
    assertThat(
            house
                .ask("raise", "type", new Value.Word("fault-repair.danger"), "anonymous", yes)
                .outcome())
        .as("somebody must be found there")
        .isEqualTo("refused");
  }

  @Test
  void aMessageGoesToTheNumberThatCallsIfItTakesOne() {
    var template = new Value.Word("outage");
    assertThat(
            house
                .ask(
                    "sms",
                    "template",
                    template,
                    "reason",
                    REASON,
                    "back",
                    new Value.Moment(START.plus(Duration.ofHours(3))))
                .outcome())
        .isEqualTo("sent");
    assertThat(house.texts("SELECT CONCAT(number, ' ', state, ' ', text) AS t FROM sms_outbox"))
        .singleElement()
        .asString()
        .startsWith("00000000001 WAITING 【演示电力】")
        .contains("11月21日13:00");
    assertThat(house.ask("sms", "template", template).outcome())
        .as("no reason")
        .isEqualTo("refused");
    house.caller = "01012345678";
    assertThat(house.ask("sms", "template", template).outcome()).isEqualTo("no-number");
  }

  @ParameterizedTest
  @CsvSource({
    "tariff, 00000000009, accepted",
    "tariff, 95598, refused",
    "tariff, 004930123456, refused",
    "no-such-document, 00000000009, refused"
  })
  void aFaxGoesToANumberWithinTheCountry(String document, String number, String outcome) {
    assertThat(
            house
                .ask("fax", "document", new Value.Word(document), "number", digits(number))
                .outcome())
        .isEqualTo(outcome);
  }

  @Test
  void aCallBackKeepsThePlaceOfTheCallAndIsJoined() {
    house.stood =
        Optional.of(
            new PlaceInLine(
                new QueueId("bill"), Demand.parse("inquiry:2"), 3, START.minusSeconds(90)));
    assertThat(house.ask("call-back").outcome()).isEqualTo("accepted");
    house.newCall();
    assertThat(house.ask("call-back").outcome()).isEqualTo("joined");
    assertThat(
            house.texts(
                "SELECT CONCAT_WS(' ', queue, demand, priority, queued_at) AS t FROM call_back"))
        .singleElement()
        .asString()
        .startsWith("bill inquiry:2 3 2026-11-21 01:58:30");
    assertThat(house.ask("call-back", "number", digits("123")).outcome()).isEqualTo("refused");
    house.caller = "";
    assertThat(house.ask("call-back").outcome()).isEqualTo("no-number");
    house.now = START.plus(Duration.ofHours(11));
    assertThat(house.ask("call-back", "number", digits("00000000008")).outcome())
        .isEqualTo("closed-hours");
  }

  @Test
  void aMessageOnTapeBecomesAnOrder() {
    var path = new Value.Text("m-" + house.calls + ".wav", "");
    Told kept = house.ask("message", "recording", path, "seconds", number(12), account(1));
    assertThat(house.ask("message", "recording", path, "seconds", number(12), account(1)))
        .isEqualTo(kept);
    assertThat(house.order(kept).source()).isEqualTo(WorkOrderSource.VOICEMAIL);
    assertThat(house.tapes)
        .last()
        .isEqualTo(
            new Tapes.Message(
                "m-" + house.calls + ".wav",
                Optional.of(new CallId("vl1-77." + house.calls)),
                house.order(kept).no()));
    assertThat(
            house
                .ask(
                    "message",
                    "recording",
                    path,
                    "seconds",
                    number(12),
                    "type",
                    new Value.Word("no-such-type"))
                .outcome())
        .isEqualTo("refused");
  }

  @Test
  void anAnonymousTipOffOnTapeTellsNothingOfWhoLeftIt() {
    var recording = new Value.Text("message-0f3c-1.wav", "");
    Told kept =
        house.ask(
            "message",
            "recording",
            recording,
            "seconds",
            number(12),
            account(1),
            "type",
            new Value.Word("tip-off"),
            "anonymous",
            new Value.Word("yes"));
    assertThat(house.tapes.getLast().call()).isEmpty();
    var form = house.order(kept).form();
    assertThat(form.contactPhone()).isEmpty();
    assertThat(form.callId()).isEmpty();
    assertThat(form.accountNo()).isEmpty();
    assertThat(
            house.texts(
                "SELECT request_id AS t FROM work_order WHERE no = '"
                    + ServiceHouse.text(kept)
                    + "'"))
        .singleElement()
        .asString()
        .doesNotContain("vl1-77", "00000000001");
  }

  @Test
  void aRatingIsNotedIfThereIsSuchAOne() {
    assertThat(house.ask("survey", "rating", number(2)).outcome()).isEqualTo("noted");
    assertThat(house.ask("survey", "rating", number(4)).outcome()).isEqualTo("failed");
    house.writes.settle(ServiceHouse.LIMIT);
    assertThat(house.texts("SELECT CONCAT(rating, via) AS t FROM survey_answer"))
        .containsExactly("2VOICE");
  }

  /** Somebody holds what is asked for, as a store does that is slow. */
  @Test
  void aStoreThatIsSlowFailsInTime() throws Exception {
    var order = digits(ServiceHouse.text(house.ask("order-of", account(2))));
    var held = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var _ =
          threads.submit(
              () ->
                  house.database.transaction(
                      handle -> {
                        handle.execute("SELECT no FROM work_order FOR UPDATE");
                        held.countDown();
                        await(over);
                        return 0;
                      }));
      held.await();
      long began = System.nanoTime();
      assertThat(house.ask("urge", "order", order).outcome()).isEqualTo("failed");
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isLessThan(ServiceHouse.LIMIT.plusSeconds(1));
      Told others = house.ask("balance", account(1));
      over.countDown();
      assertThat(others.outcome()).as("others are served").isEqualTo("credit");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
