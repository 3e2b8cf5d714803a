package io.voltline.bench.pop;

import io.voltline.domain.customer.AccountManager;
import io.voltline.domain.customer.Area;
import io.voltline.domain.customer.CreditGrade;
import io.voltline.domain.customer.Customer;
import io.voltline.domain.customer.CustomerClass;
import io.voltline.domain.customer.Money;
import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.OutageKind;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.CustomerView;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.QueueDay;
import io.voltline.engine.desk.RecentCall;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.WallView;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.QueueView;
import io.voltline.engine.dispatch.WaitingView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** What happens at a large centre, to be shown at its desks. */
final class Moments {
  private static final int QUEUES = 8;
  private static final int WAITING = 50;
  private static final Duration WAITED = Duration.ofSeconds(4);
  private static final Duration RINGS = Duration.ofSeconds(12);
  private static final Duration PROMISE_LEFT = Duration.ofSeconds(11);

  private final Optional<CustomerView> customer = Optional.of(customer());
  private final List<Account> accounts =
      IntStream.range(0, Floor.AGENTS).mapToObj(Floor::agentNo).map(Moments::account).toList();

  /** Of an agent or a supervisor. */
  static Account account(String no) {
    return new Account(
        new AgentNo(no),
        "测试" + no,
        Floor.supervises(no) ? Role.SUPERVISOR : Role.AGENT,
        PhoneKind.WEBRTC,
        List.of(Certificate.of(new SkillId("fault"), 5), Certificate.of(new SkillId("general"), 7)),
        new Secret(""));
  }

  static CallId call(int call) {
    return new CallId("bench-%08d".formatted(call));
  }

  /** The screen-pop, with the customer looked up while the caller waited. */
  DeskEvent.CallOffered offered(int call) {
    Instant now = Instant.now();
    return new DeskEvent.CallOffered(
        now,
        call(call),
        new AgentNo(Floor.agentNo(Floor.agentFor(call))),
        "00000000003",
        Language.ZH,
        new QueueId("fault"),
        now.minus(WAITED),
        RINGS,
        PROMISE_LEFT,
        List.of("welcome", "language", "main", "fault"),
        customer,
        Optional.empty(),
        Optional.empty());
  }

  /** Every agent has changed since the wall before. */
  DeskEvent.WallChanged wall() {
    Instant now = Instant.now();
    return new DeskEvent.WallChanged(
        now,
        new WallView(
            accounts.stream().map(account -> agent(account, now)).toList(),
            IntStream.range(0, QUEUES).mapToObj(queue -> queue(queue, now)).toList(),
            IntStream.range(0, WAITING).mapToObj(call -> waiting(call, now)).toList()));
  }

  private static Agent agent(Account account, Instant now) {
    return new Agent(
        account,
        new AgentView(
            account.agentNo(),
            AgentState.TALKING,
            Optional.empty(),
            now,
            Optional.empty(),
            true,
            Optional.of(call(Integer.parseInt(account.agentNo().value())))));
  }

  private static WallView.Queue queue(int queue, Instant now) {
    var id = new QueueId("queue-" + queue);
    return new WallView.Queue(
        new QueueView(id, 6, Optional.of(now.minus(WAITED)), 0, 12, 200, 30),
        Optional.of(new QueueDay(id, 4_321, 4_000, 123, 45)));
  }

  private static WallView.Waiting waiting(int call, Instant now) {
    return new WallView.Waiting(
        new WaitingView(
            call(call),
            new QueueId("queue-" + call % QUEUES),
            now.minus(WAITED),
            now.plus(PROMISE_LEFT),
            false,
            false),
        "00000000003");
  }

  private static CustomerView customer() {
    Instant today = Instant.parse("2026-01-01T00:00:00Z");
    var customer =
        new Customer(
            new AccountNo("9900000003"),
            "测试客户三",
            List.of(new PhoneNumber("00000000003"), new PhoneNumber("00000000004")),
            "示例市示例区示例路3号演示小区3栋3单元303室",
            Area.TOWN,
            CustomerClass.KEY,
            CreditGrade.B,
            new Money(new BigDecimal("-86.40")),
            false,
            OptionalInt.of(2_500),
            true,
            Optional.of(new AccountManager("测试经理", "00000000009")),
            "M9900000003",
            "演示台区3",
            "示例供电所");
    var outage =
        new Outage(
            "demo-3",
            OutageKind.FAULT,
            new Bilingual("演示线路故障", "demonstration line fault"),
            today,
            Optional.of(today.plus(Duration.ofHours(2))),
            Optional.empty());
    return new CustomerView(customer, List.of(), List.of(outage), recent(today));
  }

  private static List<RecentCall> recent(Instant today) {
    return IntStream.range(1, 4)
        .mapToObj(
            day ->
                new RecentCall(
                    new CallId("earlier-" + day),
                    today.minus(Duration.ofDays(day)),
                    Optional.of(new AgentNo("2001"))))
        .toList();
  }
}
