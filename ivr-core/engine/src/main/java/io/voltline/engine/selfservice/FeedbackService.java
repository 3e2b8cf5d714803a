package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Services;
import io.voltline.domain.flow.Value;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderType;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.selfservice.FeedbackBook.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What callers leave: messages on tape, each with an order so that somebody hears it, and ratings.
 */
final class FeedbackService implements Subject {
  private static final String USUAL_TYPE = "service-request.other";
  private static final int WORST = 3;

  private final CustomerViews customers;
  private final WorkOrders orders;
  private final FeedbackBook book;

  FeedbackService(CustomerViews customers, WorkOrders orders, FeedbackBook book) {
    this.customers = customers;
    this.orders = orders;
    this.book = book;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of(Services.MESSAGE, this::keep, Services.SURVEY, this::rate);
  }

  private Input.Told keep(Question question) throws Refused {
    String wanted =
        question.value("type", Value.Word.class).map(Value.Word::word).orElse(USUAL_TYPE);
    Optional<WorkOrderType> type = orders.types().find(wanted);
    boolean mayBe = type.filter(it -> !question.anonymous() || it.mayBeAnonymous()).isPresent();
    if (!mayBe) {
      return new Input.Told("refused", Map.of());
    }
    String path =
        question
            .value("recording", Value.Text.class)
            .map(Value.Text::zh)
            .orElseThrow(() -> new IllegalArgumentException("no recording"));
    long seconds = number(question, "seconds");
    var contact = Contact.of(question, customers);
    var order =
        orders.accept(
            WorkOrderSource.VOICEMAIL,
            question.anonymous() ? Requests.anonymous() : Requests.id("message", path),
            contact.form(wanted, "语音留言%d秒：%s".formatted(seconds, type.orElseThrow().name().zh())));
    book.keep(
        new Message(path, contact.call(), Duration.ofSeconds(seconds), question.now(), order.no()));
    return new Input.Told("kept", Map.of("order", new Value.Digits(order.no().value())));
  }

  private Input.Told rate(Question question) {
    long rating = number(question, "rating");
    if (rating < 1 || rating > WORST) {
      throw new IllegalArgumentException("a rating of " + rating);
    }
    book.rate(question.call().call(), (int) rating, question.now());
    return new Input.Told("noted", Map.of());
  }

  private static long number(Question question, String name) {
    return question
        .value(name, Value.Number.class)
        .map(Value.Number::value)
        .orElseThrow(() -> new IllegalArgumentException("no " + name));
  }
}
