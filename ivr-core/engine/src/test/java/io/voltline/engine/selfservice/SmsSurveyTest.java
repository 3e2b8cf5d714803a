package io.voltline.engine.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.survey.SurveyRule;
import io.voltline.engine.call.Surveys.Talk;
import io.voltline.engine.selfservice.SmsOutbox.Sms;
import io.voltline.engine.selfservice.SurveyBook.Asked;
import io.voltline.engine.selfservice.SurveyBook.CameIn;
import io.voltline.engine.selfservice.SurveyBook.Limit;
import io.voltline.engine.selfservice.SurveyBook.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

class SmsSurveyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final CallId CALL = new CallId("vl1-1.1");
  private static final PhoneNumber NUMBER = new PhoneNumber("00000000001");
  private static final AgentNo AGENT = new AgentNo("1001");

  private final SurveyBook book = mock(SurveyBook.class);
  private final SmsOutbox outbox = mock(SmsOutbox.class);
  private Instant now = NOW;

  @Test
  void theQuestionIsPutInTheLanguageOfTheCallAndNamesTheAgent() {
    survey(1).notAsked(new Talk(CALL, "+86 000 0000 0001", AGENT, Language.EN));
    var sms = ArgumentCaptor.forClass(Sms.class);
    verify(book)
        .ask(
            eq(new Asked(CALL, NUMBER, AGENT, Language.EN, NOW, NOW.plus(DAY))),
            sms.capture(),
            eq(new Limit(1, NOW.minus(DAY))));
    assertThat(sms.getValue().number()).isEqualTo(NUMBER);
    assertThat(sms.getValue().text()).contains("agent 1001", "Reply 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "anonymous", "01012345678", "95598", "+4930123456"})
  void nobodyIsAskedWhoCannotBe(String number) {
    survey(1).notAsked(new Talk(CALL, number, AGENT, Language.ZH));
    verifyNoInteractions(book);
  }

  @Test
  void aHouseThatAsksNobodyAsksNobody() {
    survey(0).notAsked(new Talk(CALL, NUMBER.value(), AGENT, Language.ZH));
    verifyNoInteractions(book);
  }

  @Test
  void aReplyRatesTheTalkThatWasAskedAbout() {
    asked();
    var receipt = survey(1).reply("+8600000000001", " ３。");
    assertThat(receipt.taken()).isEqualTo(Reply.RATED);
    assertThat(receipt.rating()).contains(Rating.DISSATISFIED);
    verify(book).rate(CALL, Rating.DISSATISFIED, RatingVia.SMS, NOW);
    verify(book).cameIn(new CameIn("+8600000000001", " ３。", NOW, Reply.RATED, Optional.of(CALL)));
    verifyNoInteractions(outbox);
  }

  @Test
  void aReplyThatIsNoRatingIsAnswered() {
    asked();
    assertThat(survey(1).reply(NUMBER.value(), "还没来电").taken()).isEqualTo(Reply.UNCLEAR);
    answeredBy("survey-unclear", "满意请回复1");
  }

  @Test
  void aReplyThatComesTooLateIsAnsweredAndNotCounted() {
    asked();
    now = NOW.plus(DAY);
    var receipt = survey(1).reply(NUMBER.value(), "1");
    assertThat(receipt.taken()).isEqualTo(Reply.LATE);
    assertThat(receipt.rating()).isEmpty();
    answeredBy("survey-late", "已截止");
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000002", "10086", "no number"})
  void whoWasNeverAskedIsNotAnswered(String from) {
    asked();
    assertThat(survey(1).reply(from, "1").taken()).isEqualTo(Reply.UNASKED);
    verify(book).cameIn(new CameIn(from, "1", NOW, Reply.UNASKED, Optional.empty()));
    verifyNoInteractions(outbox);
  }

  private void answeredBy(String template, String words) {
    verify(book, never()).rate(any(), any(), any(), any());
    var sms = ArgumentCaptor.forClass(Sms.class);
    verify(outbox).add(sms.capture(), eq(now));
    assertThat(sms.getValue().call()).isEqualTo(CALL);
    assertThat(sms.getValue().template()).isEqualTo(template);
    assertThat(sms.getValue().text()).contains(words);
  }

  private void asked() {
    when(book.lastAsked(any())).thenReturn(Optional.empty());
    when(book.lastAsked(NUMBER))
        .thenReturn(Optional.of(new Asked(CALL, NUMBER, AGENT, Language.ZH, NOW, NOW.plus(DAY))));
  }

  private SmsSurvey survey(int mostADay) {
    return new SmsSurvey(
        book, outbox, new SurveyRule(mostADay, DAY), ZoneOffset.ofHours(8), () -> now);
  }
}
