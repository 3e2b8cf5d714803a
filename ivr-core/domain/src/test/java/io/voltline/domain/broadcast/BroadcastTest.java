package io.voltline.domain.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BroadcastTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final QueueId BILL = new QueueId("bill");
  private static final Map<QueueId, Demand> QUEUES =
      Map.of(BILL, Demand.parse("inquiry:2+english:1|general:3"));

  @Test
  void aWishIsStrippedAndHoldsADayUnlessToldOtherwise() {
    assertThat(wish(" 系统十点升级\n", Optional.empty()).from(NOW))
        .isEqualTo(wish("系统十点升级", Optional.of(NOW.plus(Duration.ofHours(24)))));
    var end = Optional.of(NOW.plusMillis(1));
    assertThat(wish("x", end).from(NOW).until()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 301})
  void aTextIsNeitherMissingNorTooLong(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wish(" " + "字".repeat(length), Optional.empty()).from(NOW))
        .withMessage("/text: 1 to 300 characters");
    assertThat(wish("字".repeat(300), Optional.empty()).from(NOW).text()).hasSize(300);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 30L * 24 * 3600 * 1000 + 1})
  void anEndIsAheadButNotTooFar(long millis) {
    var wish = wish("x", Optional.of(NOW.plusMillis(millis)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wish.from(NOW))
        .withMessageStartingWith("/until: ");
  }

  @Test
  void itHoldsUntilItsEndOrUntilItIsWithdrawn() {
    var broadcast = broadcast(new Audience.Everybody(), Optional.empty());
    assertThat(broadcast.holdsAt(broadcast.until().minusMillis(1))).isTrue();
    assertThat(broadcast.holdsAt(broadcast.until())).isFalse();
    assertThat(broadcast(new Audience.Everybody(), Optional.of(NOW)).holdsAt(NOW)).isFalse();
  }

  @Test
  void everybodyIsReachedOrOneAgentOrWhoeverHasTheSkillsOfAQueue() {
    assertThat(reaches(new Audience.Everybody())).isTrue();
    assertThat(reaches(new Audience.OneAgent(AGENT), "fault")).isTrue();
    assertThat(reaches(new Audience.OneAgent(new AgentNo("1002")), "fault")).isFalse();
    var queue = new Audience.QueueAgents(BILL);
    assertThat(reaches(queue, "inquiry", "english")).isTrue();
    assertThat(reaches(queue, "general")).isTrue();
    assertThat(reaches(queue, "inquiry")).as("half of an alternative").isFalse();
    assertThat(reaches(new Audience.QueueAgents(new QueueId("gone")), "general")).isFalse();
  }

  private static boolean reaches(Audience audience, String... skills) {
    return broadcast(audience, Optional.empty())
        .reaches(
            AGENT,
            Set.of(skills).stream().map(SkillId::new).collect(Collectors.toUnmodifiableSet()),
            QUEUES);
  }

  private static Broadcast broadcast(Audience to, Optional<Instant> withdrawnAt) {
    return new Broadcast(
        1,
        "x",
        Broadcast.Level.PLAIN,
        to,
        new AgentNo("2001"),
        NOW,
        NOW.plusSeconds(60),
        withdrawnAt);
  }

  private static Broadcast.Wish wish(String text, Optional<Instant> until) {
    return new Broadcast.Wish(text, Broadcast.Level.PLAIN, new Audience.Everybody(), until);
  }
}
