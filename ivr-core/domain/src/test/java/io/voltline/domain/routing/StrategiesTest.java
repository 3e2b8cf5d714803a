package io.voltline.domain.routing;

import static io.voltline.domain.routing.Centre.call;
import static io.voltline.domain.routing.Centre.offers;
import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each strategy: which agent a caller gets, and which caller an agent. */
class StrategiesTest {
  private static final SkillId BILL = new SkillId("bill");
  private static final QueueId BILLS = new QueueId("bills");

  @Test
  void longestIdle() {
    Centre centre = centre(new Strategy.LongestIdle());
    ready(centre, 1002, 3);
    ready(centre, 1001, 9);

    assertThat(rung(centre, "a")).isEqualTo(1002);
  }

  @Test
  void longestWaitIgnoresPriority() {
    Centre centre = centre(new Strategy.LongestWait());
    queue(centre, "first", 0);
    centre.pass(1);
    queue(centre, "urgent", 8);

    ready(centre, 1001, 5);

    assertThat(centre.lastOffer().call()).isEqualTo(call("first"));
  }

  @Test
  void bestSkill() {
    Centre centre = centre(new Strategy.BestSkill());
    ready(centre, 1001, 3);
    ready(centre, 1002, 9);
    ready(centre, 1003, 9);

    assertThat(rung(centre, "a")).as("the longest idle of the best").isEqualTo(1002);
  }

  @Test
  void theLeastBusyOfSeveralIdleIsRung() {
    Centre centre = centre(new Strategy.LeastBusy());
    ready(centre, 1001, 5);
    rung(centre, "a");
    talk(centre, 60_000);
    ready(centre, 1002, 5);

    assertThat(rung(centre, "b")).as("though the other is idle for longer").isEqualTo(1002);
  }

  @Test
  void whoAloneCanDoSomethingStaysFreeForIt() {
    Centre centre = centre(new Strategy.LeastNeeded());
    ready(centre, 1001, Certificate.of(BILL, 5), Certificate.of(new SkillId("english"), 5));
    ready(centre, 1002, Certificate.of(BILL, 5), Certificate.of(Centre.SKILL, 5));
    ready(centre, 1003, Certificate.of(Centre.SKILL, 5));

    assertThat(rung(centre, "a")).isEqualTo(1002);
  }

  @Test
  void weightedIdleAgainstLevel() {
    Centre level = centre(new Strategy.Weighted(1, 1, 100));
    ready(level, 1001, 3);
    level.pass(10_000);
    ready(level, 1002, 5);
    assertThat(rung(level, "a")).as("two levels outweigh ten seconds").isEqualTo(1002);

    Centre idle = centre(new Strategy.Weighted(1, 100, 1));
    ready(idle, 1001, 3);
    idle.pass(10_000);
    ready(idle, 1002, 5);
    assertThat(rung(idle, "a")).isEqualTo(1001);
  }

  @Test
  void aWeightedQueuesWaitCountsMore() {
    Centre centre = centre(new Strategy.Weighted(3, 0, 0));
    centre.queue("general");
    centre.pass(2_000);
    queue(centre, "weighted", 0);
    centre.pass(2_000);

    both(centre, 1001);

    assertThat(centre.lastOffer().call())
        .as("2 s three times over 4 s")
        .isEqualTo(call("weighted"));
  }

  @Test
  void queuesShareAgentsInTheirRatio() {
    QueueRule usual = Centre.PROFILE.usual();
    RoutingProfile profile =
        Centre.profile(0, 1, 40, 50)
            .with(with(usual, BILLS, "bill", new Strategy.FixedRatio(1)))
            .with(with(usual, Centre.GENERAL, "general", new Strategy.FixedRatio(3)));
    Centre centre = new Centre(profile);
    for (int i = 0; i < 20; i++) {
      queue(centre, "b" + i, 0);
    }
    for (int i = 0; i < 20; i++) {
      centre.queue("g" + i);
    }
    both(centre, 1001);
    List<String> served = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      served.add(centre.lastOffer().call().value().substring(0, 1));
      OfferId talk = centre.lastOffer().offer();
      centre.answered(talk);
      centre.pass(1_000);
      centre.talkEnded(talk);
    }

    assertThat(served.stream().filter("g"::equals)).hasSize(12);
    assertThat(String.join("", served)).doesNotContain("bb").doesNotContain("gggg");
  }

  private static Centre centre(Strategy strategy) {
    QueueRule usual = Centre.PROFILE.usual();
    return new Centre(Centre.profile(0, 1, 40, 50).with(with(usual, BILLS, "bill", strategy)));
  }

  private static QueueRule with(QueueRule usual, QueueId id, String demand, Strategy strategy) {
    return new QueueRule(
        id,
        Demand.parse(demand),
        strategy,
        usual.promiseMillis(),
        0,
        usual.affinityMillis(),
        usual.mostWaiting(),
        List.of(),
        usual.overflow());
  }

  private static void queue(Centre centre, String name, int priority) {
    centre.queue(
        name, new QueueRequest(BILLS, Demand.of(BILL), priority, false, List.of(), centre.now()));
  }

  private static int rung(Centre centre, String name) {
    queue(centre, name, 0);
    return Integer.parseInt(offers(centre.commands).getLast().agent().value());
  }

  private static void talk(Centre centre, long millis) {
    OfferId talk = centre.lastOffer().offer();
    centre.answered(talk);
    centre.pass(millis);
    centre.talkEnded(talk);
  }

  private static void both(Centre centre, int number) {
    ready(centre, number, Certificate.of(BILL, 5), Certificate.of(Centre.SKILL, 5));
  }

  private static void ready(Centre centre, int number, int level) {
    ready(centre, number, Certificate.of(BILL, level));
  }

  private static void ready(Centre centre, int number, Certificate... certificates) {
    centre.certify(number, certificates);
    centre.phone(number, true);
    centre.idle(number);
    centre.pass(1);
  }
}
