package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.voltline.domain.alarm.Alarm;
import io.voltline.domain.alarm.AlarmKey;
import io.voltline.domain.alarm.AlarmKind;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.alarm.PastAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AlarmsIT {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00.250Z");
  private static final Alarm.Acknowledged CARED =
      new Alarm.Acknowledged(new AgentNo("2001"), NOW.plusSeconds(3));
  private Database database;
  private WriteBehind writes;
  private SqlAlarms book;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    writes = new WriteBehind(database, 200);
    book = new SqlAlarms(database, writes, "one");
  }

  @AfterEach
  void stop() {
    writes.close();
    database.close();
  }

  @Test
  void anAlarmIsKeptWithWhoTookCareOfItAndWhenItWasOver() {
    Alarm queue = alarm(AlarmKind.PROMISE_BROKEN, "fault", NOW, Optional.empty());
    Alarm part = alarm(AlarmKind.PART_DOWN, "redis", NOW.plusSeconds(1), Optional.empty());
    Alarm before = alarm(AlarmKind.PART_DOWN, "redis", NOW.minusSeconds(1), Optional.empty());
    book.raised(before);
    book.raised(queue);
    book.raised(queue);
    book.raised(part);
    book.acknowledged(alarm(AlarmKind.PROMISE_BROKEN, "fault", NOW, Optional.of(CARED)));
    book.cleared(queue, NOW.plusSeconds(9));
    settle();
    assertThat(book.since(NOW, 10))
        .containsExactly(
            new PastAlarm(part.key(), NOW.plusSeconds(1), Optional.empty(), Optional.empty()),
            new PastAlarm(queue.key(), NOW, Optional.of(CARED), Optional.of(NOW.plusSeconds(9))));
    assertThat(book.since(NOW, 1)).hasSize(1);
  }

  @Test
  void whatAnEngineLeftRaisedIsOverWhenItStartsAnew() {
    var other = new SqlAlarms(database, writes, "two");
    book.raised(alarm(AlarmKind.PART_DOWN, "ami", NOW, Optional.empty()));
    other.raised(alarm(AlarmKind.PART_DOWN, "agi", NOW, Optional.empty()));
    book.begin(NOW.plusSeconds(60));
    settle();
    assertThat(book.since(NOW, 10))
        .extracting(it -> it.key().subject(), PastAlarm::clearedAt)
        .containsExactlyInAnyOrder(
            tuple("ami", Optional.of(NOW.plusSeconds(60))), tuple("agi", Optional.empty()));
  }

  private void settle() {
    writes.settle(Duration.ofSeconds(10));
  }

  private static Alarm alarm(
      AlarmKind kind, String subject, Instant since, Optional<Alarm.Acknowledged> acknowledged) {
    // A clock is finer than a column.
    return new Alarm(
        new AlarmKey(kind, subject), since.plusNanos(123_456), acknowledged, Optional.empty());
  }
}
