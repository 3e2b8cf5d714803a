package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BroadcastsIT {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.250Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final AgentNo OTHER = new AgentNo("1002");
  private static final AgentNo SUPERVISOR = new AgentNo("2001");
  private Database database;
  private SqlBroadcasts book;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    book = new SqlBroadcasts(database);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void eachIsKeptWithWhomItIsFor() {
    Broadcast all = sent(new Audience.Everybody(), 60);
    Broadcast queue = sent(new Audience.QueueAgents(new QueueId("fault")), 60);
    Broadcast one = sent(new Audience.OneAgent(AGENT), 60);
    assertThat(book.since(NOW, 10)).containsExactly(one, queue, all);
    assertThat(book.since(NOW, 2)).containsExactly(one, queue);
    assertThat(book.find(queue.id(), NOW)).contains(queue);
    assertThat(book.find(one.id() + 1, NOW)).isEmpty();
  }

  @Test
  void itIsUnreadUntilItsAgentHasReadItOrItIsOver() {
    Broadcast longer = sent(new Audience.Everybody(), 60);
    Broadcast shorter = sent(new Audience.Everybody(), 30);
    book.read(longer.id(), AGENT, NOW.plusSeconds(1));
    book.read(longer.id(), AGENT, NOW.plusSeconds(9));
    assertThat(book.unread(AGENT, NOW)).containsExactly(shorter);
    assertThat(book.unread(OTHER, NOW)).containsExactly(shorter, longer);
    assertThat(book.unread(AGENT, shorter.until())).isEmpty();
    assertThat(book.find(shorter.id(), shorter.until())).isEmpty();
    assertThat(book.readers(List.of(longer, shorter)))
        .as("the first reading counts")
        .isEqualTo(Map.of(longer.id(), Map.of(AGENT, NOW.plusSeconds(1))));
  }

  @Test
  void whatIsWithdrawnIsOverAndShownForAWhile() {
    Broadcast sent = sent(new Audience.Everybody(), 60);
    Instant later = NOW.plusSeconds(10);
    assertThat(book.withdraw(sent.id(), SUPERVISOR, later)).isTrue();
    assertThat(book.withdraw(sent.id(), SUPERVISOR, later)).isFalse();
    assertThat(book.unread(AGENT, later)).isEmpty();
    assertThat(book.find(sent.id(), later)).isEmpty();
    assertThat(book.since(NOW, 10))
        .singleElement()
        .satisfies(it -> assertThat(it.withdrawnAt()).contains(later));
    assertThat(book.since(later, 10)).isEmpty();
  }

  @Test
  void whatHasEndedCannotBeWithdrawn() {
    Broadcast sent = sent(new Audience.Everybody(), 60);
    assertThat(book.withdraw(sent.id(), SUPERVISOR, sent.until())).isFalse();
  }

  private Broadcast sent(Audience to, int seconds) {
    var wish =
        new Broadcast.Wish(
            "台区检修", Broadcast.Level.URGENT, to, Optional.of(NOW.plusSeconds(seconds)));
    return book.add(wish, SUPERVISOR, NOW);
  }
}
