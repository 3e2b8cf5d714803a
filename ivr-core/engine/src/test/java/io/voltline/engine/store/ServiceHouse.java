package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Input.Told;
import io.voltline.domain.flow.Kind;
import io.voltline.domain.flow.Services;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.notice.StormRule;
import io.voltline.domain.routing.Demand;
import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.call.FlowCall;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.UsualLimits;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.notice.NoticeSounds;
import io.voltline.engine.notice.SituationWatch;
import io.voltline.engine.selfservice.Books;
import io.voltline.engine.selfservice.SelfService;
import io.voltline.engine.selfservice.ServiceRules;
import io.voltline.engine.selfservice.Tapes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks services as flows do, on the data of a new house. */
final class ServiceHouse implements AutoCloseable {
  /** A Saturday, ten in the morning in Shanghai. */
  static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

  static final Duration LIMIT = Duration.ofSeconds(3);

  final Database database;
  final WriteBehind writes;
  final List<Tapes.Message> tapes = new ArrayList<>();
  private final WorkOrders orders;
  private final SelfService services;
  final SituationWatch situation;
  Instant now = START;
  int calls;

  /** Where the caller of the next question stood in line. */
  Optional<PlaceInLine> stood = Optional.empty();

  /** Who calls in the next question, and in which call. */
  String caller = "";

  ServiceHouse(Path folder) throws Exception {
    database = DemoHouse.open(folder, START);
    writes = new WriteBehind(database, 100);
    orders =
        new WorkOrders(
            WorkOrderTypesFile.read(),
            new SqlWorkOrders(database, DemoHouse.ZONE),
            UsualLimits.of(),
            mock(EventSink.class),
            () -> now);
    situation =
        new SituationWatch(
            new SqlStorm(database),
            new SqlNotices(database),
            mock(NoticeSounds.class),
            new StormRule(2, 1, 2, Duration.ofMinutes(15)),
            () -> now,
            new SimpleMeterRegistry());
    var books =
        new Books(
            new SqlCustomers(database),
            orders,
            new SqlCallerNumbers(database),
            new SqlOutages(database),
            new SqlBills(database),
            new SqlHalls(database),
            new SqlCalendars(database),
            situation,
            new SqlSmsOutbox(database),
            new SqlFaxes(database),
            tapes::add,
            new SqlSurveys(database, writes),
            new SqlCallBacks(database, new EngineRun(START)));
    var rules =
        new ServiceRules(
            LIMIT,
            Duration.ofHours(2),
            Duration.ofMinutes(10),
            new CallBackRule(
                List.of(Duration.ofMinutes(5), Duration.ofMinutes(15)),
                new Span(LocalTime.of(8, 0), LocalTime.of(21, 0)),
                DemoHouse.ZONE),
            new QueueId("general"),
            () -> Demand.parse("general"));
    services = SelfService.of(books, rules, () -> now, new SimpleMeterRegistry());
  }

  void newCall() {
    calls++;
    caller = "00000000001";
    now = START;
    stood = Optional.empty();
  }

  @Override
  public void close() {
    services.close();
    writes.close();
    database.close();
  }

  /** Asks; the answer must be what the catalogue says of its outcome. */
  Told ask(String service, Object... parts) {
    var call =
        new FlowCall(
            new CallId("vl1-77." + calls), caller, Language.ZH, Optional.empty(), List.of(), stood);
    Told told = services.consult(call, new Action.Consult(service, values(parts)));
    var promised = Services.named(service).orElseThrow();
    assertThat(promised.allOutcomes()).contains(told.outcome());
    assertThat(kinds(told.values())).isEqualTo(promised.values(told.outcome()));
    return told;
  }

  private static Map<String, Kind> kinds(Map<String, Value> values) {
    return values.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().kind()));
  }

  static Told told(String outcome, Object... parts) {
    return new Told(outcome, values(parts));
  }

  /** Names each followed by its value, and accounts, which name themselves. */
  private static Map<String, Value> values(Object... parts) {
    var values = new HashMap<String, Value>();
    for (int at = 0; at < parts.length; at++) {
      if (parts[at] instanceof AccountNo account) {
        values.put("account", digits(account.value()));
      } else {
        values.put((String) parts[at], (Value) parts[++at]);
      }
    }
    return values;
  }

  WorkOrder order(Told told) {
    try {
      return orders.find(new WorkOrderNo(text(told)));
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }

  static String text(Told told) {
    return Optional.ofNullable(told.values().get("order"))
        .map(Value.Digits.class::cast)
        .orElseThrow(() -> new AssertionError("no order in " + told))
        .digits();
  }

  long orderCount() {
    return database.read(
        handle -> handle.select("SELECT COUNT(*) FROM work_order").mapTo(Long.class).one());
  }

  int account(String sql) {
    String found = database.read(handle -> handle.select(sql).mapTo(String.class).one());
    return Integer.parseInt(found.substring(5));
  }

  void arrived(String call, String phone, Instant at) {
    change(
        """
        INSERT INTO call_record (call_id, caller, caller_phone, arrived_at, engine_run)
        VALUES (?, '', ?, ?, 1)
        """,
        call,
        phone,
        at);
  }

  List<String> texts(String sql) {
    return database.read(handle -> handle.select(sql).map((rs, ctx) -> rs.getString("t")).list());
  }

  void change(String sql, Object... values) {
    database.transaction(handle -> handle.execute(sql, values));
  }

  static AccountNo account(int number) {
    return DemoCustomers.account(number);
  }

  static Value.Digits digits(String digits) {
    return new Value.Digits(digits);
  }

  static Value.Number number(long number) {
    return new Value.Number(number);
  }

  static Value.Amount yuan(String text) {
    return new Value.Amount(new BigDecimal(text));
  }
}
