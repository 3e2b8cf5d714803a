package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import io.voltline.domain.survey.SurveyRule;
import io.voltline.engine.call.Surveys;
import io.voltline.engine.selfservice.SmsOutbox.Sms;
import io.voltline.engine.selfservice.SurveyBook.Asked;
import io.voltline.engine.selfservice.SurveyBook.CameIn;
import io.voltline.engine.selfservice.SurveyBook.Limit;
import io.voltline.engine.selfservice.SurveyBook.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The survey by short message, of callers who hung up first, and what they reply. */
public final class SmsSurvey implements Surveys {
  private static final Logger log = LoggerFactory.getLogger(SmsSurvey.class);
  private static final String QUESTION = "survey";
  private static final String UNCLEAR = "survey-unclear";
  private static final String LATE = "survey-late";

  /** What became of a reply; the rating that was understood, with the question it answers. */
  public record Receipt(Reply taken, Optional<Asked> asked, Optional<Rating> rating) {}

  private final SurveyBook book;
  private final SmsOutbox outbox;
  private final SurveyRule rule;
  private final SmsTemplates templates;
  private final InstantSource clock;

  /** Texts tell days and times of {@code zone}. */
  public SmsSurvey(
      SurveyBook book, SmsOutbox outbox, SurveyRule rule, ZoneId zone, InstantSource clock) {
    this.book = book;
    this.outbox = outbox;
    this.rule = rule;
    this.templates = SmsTemplates.read(zone);
    this.clock = clock;
  }

  @Override
  public void notAsked(Talk talk) {
    Optional<PhoneNumber> number =
        PhoneNumber.parse(talk.number()).filter(PhoneNumber::takesMessages);
    if (rule.mostADay() == 0 || number.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    var asked =
        new Asked(talk.call(), number.get(), talk.agent(), talk.language(), now, rule.until(now));
    book.ask(
        asked,
        message(asked, QUESTION, Map.of("agent", new Value.Digits(talk.agent().value()))),
        new Limit(rule.mostADay(), rule.dayBegan(now)));
  }

  /**
   * A short message came in; whoever was asked is told when it can't be taken. May block and throws
   * Unavailable, after which it is to be handed in again.
   *
   * @param from the sender, as the gateway gives it
   */
  public Receipt reply(String from, String text) {
    Instant now = clock.instant();
    Optional<Asked> asked = PhoneNumber.parse(from).flatMap(book::lastAsked);
    Optional<Rating> rating = Rating.read(text);
    Reply taken = asked.map(question -> taken(question, rating, now)).orElse(Reply.UNASKED);
    switch (taken) {
      case RATED -> book.rate(asked.orElseThrow().call(), rating.orElseThrow(), RatingVia.SMS, now);
      case UNCLEAR -> outbox.add(message(asked.orElseThrow(), UNCLEAR, Map.of()), now);
      case LATE -> outbox.add(message(asked.orElseThrow(), LATE, Map.of()), now);
      case UNASKED -> {
        // Who was never asked is not answered: it may be a machine that answers in its turn.
      }
    }
    log.info("short message from {}: {}", from, taken);
    book.cameIn(new CameIn(from, text, now, taken, asked.map(Asked::call)));
    return new Receipt(taken, asked, rating.filter(_ -> taken == Reply.RATED));
  }

  private static Reply taken(Asked asked, Optional<Rating> rating, Instant now) {
    if (!now.isBefore(asked.until())) {
      return Reply.LATE;
    }
    return rating.isPresent() ? Reply.RATED : Reply.UNCLEAR;
  }

  private Sms message(Asked asked, String template, Map<String, Value> values) {
    Language language = asked.language();
    String text =
        templates
            .text(template, language, values)
            .orElseThrow(() -> new IllegalStateException("no text for " + template));
    return new Sms(asked.call(), asked.number(), template, text);
  }
}
