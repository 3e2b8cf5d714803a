package io.voltline.engine.selfservice;

import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Services;
import io.voltline.domain.flow.Value;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.domain.workorder.WorkOrderType;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.selfservice.Tapes.Message;
import java.util.Map;
import java.util.Optional;

/** Messages on tape, each with an order so that somebody hears it. */
final class MessageTapeService implements Subject {
  static final String USUAL_TYPE = "service-request.other";

  private final CustomerViews customers;
  private final WorkOrders orders;
  private final Tapes tapes;

  MessageTapeService(CustomerViews customers, WorkOrders orders, Tapes tapes) {
    this.customers = customers;
    this.orders = orders;
    this.tapes = tapes;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of(Services.MESSAGE, this::keep);
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
    long seconds = question.number("seconds");
    var contact = Contact.of(question, customers);
    var order =
        orders.accept(
            WorkOrderSource.VOICEMAIL,
            question.anonymous() ? Requests.anonymous() : Requests.id("message", path),
            contact.form(wanted, "语音留言%d秒：%s".formatted(seconds, type.orElseThrow().name().zh())));
    tapes.keep(new Message(path, contact.call(), order.no()));
    return new Input.Told("kept", Map.of("order", new Value.Digits(order.no().value())));
  }
}
