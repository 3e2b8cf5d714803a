package io.voltline.engine.selfservice;

import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.callback.CallBackRule.Asked;
import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.flow.Input;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.selfservice.CallBackBook.Wish;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Promises to call somebody back who would not wait. */
final class CallBackService implements Subject {
  private final CallBackBook book;
  private final CallBackRule rule;
  private final QueueId usual;
  private final Supplier<Demand> usualDemand;

  /**
   * @param usual the queue of who asks before waiting in one, and what it asks for
   */
  CallBackService(
      CallBackBook book, CallBackRule rule, QueueId usual, Supplier<Demand> usualDemand) {
    this.book = book;
    this.rule = rule;
    this.usual = usual;
    this.usualDemand = usualDemand;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("call-back", this::ask);
  }

  private Input.Told ask(Question question) {
    Optional<String> typed = question.digits("number");
    Optional<PhoneNumber> number =
        typed.isPresent() ? PhoneNumber.parse(typed.get()) : question.caller();
    if (number.isEmpty()) {
      return told(typed.isPresent() ? "refused" : "no-number");
    }
    if (!number.get().domestic()) {
      return told("refused");
    }
    return told(
        switch (asked(question, number.get())) {
          case Asked.Accepted _ -> "accepted";
          case Asked.Joined _ -> "joined";
          case Asked.ClosedHours _ -> "closed-hours";
        });
  }

  private Asked asked(Question question, PhoneNumber number) {
    var call = question.call();
    PlaceInLine place =
        call.stood().orElseGet(() -> new PlaceInLine(usual, usualDemand.get(), 0, question.now()));
    var wish = new Wish(call.call(), number, question.anyAccount(), call.language());
    return book.ask(wish, question.now(), open -> rule.asked(number, place, open, question.now()));
  }

  private static Input.Told told(String outcome) {
    return new Input.Told(outcome, Map.of());
  }
}
