package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Value;
import io.voltline.engine.selfservice.SmsOutbox.Sms;
import java.util.Map;
import java.util.Optional;

/** What is sent to callers: short messages and faxes. */
final class MessageService implements Subject {
  private final SmsTemplates templates;
  private final SmsOutbox outbox;
  private final FaxBook faxes;

  MessageService(SmsTemplates templates, SmsOutbox outbox, FaxBook faxes) {
    this.templates = templates;
    this.outbox = outbox;
    this.faxes = faxes;
  }

  @Override
  public Map<String, Question.Answer> answers() {
    return Map.of("sms", this::sms, "fax", this::fax);
  }

  /** Only to the number that calls: nobody has messages sent to others. */
  private Input.Told sms(Question question) {
    Optional<PhoneNumber> number = question.caller().filter(PhoneNumber::takesMessages);
    if (number.isEmpty()) {
      return told("no-number");
    }
    String template = question.word("template");
    Optional<String> text =
        templates.text(template, question.call().language(), question.arguments());
    if (text.isEmpty()) {
      return told("refused");
    }
    outbox.add(new Sms(question.call().call(), number.get(), template, text.get()), question.now());
    return told("sent");
  }

  private Input.Told fax(Question question) {
    Optional<PhoneNumber> number =
        question.digits("number").flatMap(PhoneNumber::parse).filter(PhoneNumber::domestic);
    boolean kept =
        number.isPresent()
            && faxes.add(
                question.call().call(), question.word("document"), number.get(), question.now());
    return told(kept ? "accepted" : "refused");
  }

  private static Input.Told told(String outcome) {
    return new Input.Told(outcome, Map.<String, Value>of());
  }
}
