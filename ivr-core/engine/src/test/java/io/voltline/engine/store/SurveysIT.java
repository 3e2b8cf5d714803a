package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.engine.desk.CallStory;
import io.voltline.engine.selfservice.SmsOutbox.Sms;
import io.voltline.engine.selfservice.SurveyBook.Asked;
import io.voltline.engine.selfservice.SurveyBook.CameIn;
import io.voltline.engine.selfservice.SurveyBook.Limit;
import io.voltline.engine.selfservice.SurveyBook.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SurveysIT {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000001");
  private Database database;
  private WriteBehind writes;
  private SqlSurveys book;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    writes = new WriteBehind(database, 100);
    book = new SqlSurveys(database, writes);
  }

  @AfterEach
  void stop() {
    writes.close();
    database.close();
  }

  @Test
  void aRatingBelongsToTheCallAndItsAgentAndTheLastOneCounts() {
    var log = new SqlCallLog(writes, new EngineRun(NOW));
    CallId call = call(1);
    log.arrived(call, NUMBER.value(), NOW);
    log.answered(call, new OfferId(1), AGENT, NOW);
    book.rate(call, Rating.SATISFIED, RatingVia.VOICE, NOW);
    book.rate(call, Rating.DISSATISFIED, RatingVia.SMS, NOW.plusSeconds(1));
    assertThat(new SqlCallHistory(database, writes).find(call).orElseThrow().survey())
        .contains(new CallStory.Survey(3, Optional.of(AGENT), RatingVia.SMS, NOW.plusSeconds(1)));
  }

  @Test
  void aCallIsAskedAboutOnceAndANumberOnceADay() {
    ask(1, NOW);
    ask(1, NOW);
    ask(2, NOW.plus(Duration.ofHours(23)));
    ask(3, NOW.plus(DAY));
    assertThat(texts("SELECT call_id AS t FROM survey_request ORDER BY asked_at"))
        .containsExactly("vl1-1.1", "vl1-1.3");
    assertThat(texts("SELECT CONCAT(number, ' ', text) AS t FROM sms_outbox ORDER BY created_at"))
        .containsExactly("00000000001 how was call 1", "00000000001 how was call 3");
    assertThat(book.lastAsked(NUMBER)).contains(asked(3, NOW.plus(DAY)));
    assertThat(book.lastAsked(new PhoneNumber("00000000002"))).isEmpty();
  }

  @Test
  void aCallThatIsRatedIsNotAskedAbout() {
    book.rate(call(1), Rating.FAIR, RatingVia.VOICE, NOW);
    ask(1, NOW);
    assertThat(texts("SELECT text AS t FROM sms_outbox")).isEmpty();
  }

  @Test
  void whatCameInIsKeptAsItWas() {
    var message = new CameIn("+86 138", "你好", NOW, Reply.UNASKED, Optional.empty());
    book.cameIn(message);
    book.cameIn(message);
    book.cameIn(new CameIn("1", "x".repeat(2_000), NOW, Reply.RATED, Optional.of(call(1))));
    settle();
    assertThat(texts("SELECT CONCAT_WS(' ', number, text, taken) AS t FROM sms_inbox WHERE id = 1"))
        .containsExactly("+86 138 你好 UNASKED");
    assertThat(texts("SELECT CONCAT(LENGTH(text), call_id) AS t FROM sms_inbox WHERE number = '1'"))
        .containsExactly("1000vl1-1.1");
  }

  private void ask(int call, Instant at) {
    book.ask(
        asked(call, at),
        new Sms(call(call), NUMBER, "survey", "how was call " + call),
        new Limit(1, at.minus(DAY)));
  }

  private static Asked asked(int call, Instant at) {
    return new Asked(call(call), NUMBER, AGENT, Language.EN, at, at.plus(DAY));
  }

  private static CallId call(int number) {
    return new CallId("vl1-1." + number);
  }

  private void settle() {
    writes.settle(Duration.ofSeconds(5));
  }

  private List<String> texts(String sql) {
    settle();
    return database.read(handle -> handle.select(sql).map((rs, ctx) -> rs.getString("t")).list());
  }
}
