package io.voltline.engine.web;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.survey.Rating;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.selfservice.SmsSurvey;
import io.voltline.engine.selfservice.SurveyBook;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.Stream;

/** Short messages that come in by the gateway, which has no account and is known by its place. */
final class SmsApi {
  private record Message(String from, String text) {}

  private record Receipt(
      SurveyBook.Reply taken, Optional<CallId> callId, Optional<Integer> rating) {}

  private final SmsSurvey survey;

  SmsApi(SmsSurvey survey) {
    this.survey = survey;
  }

  void offer(Operations api) {
    api.answer("receiveSms", this::receive);
  }

  private Reply receive(Ask ask) throws Refused {
    boolean proxied =
        Stream.of("Forwarded", "X-Forwarded-For").anyMatch(name -> ask.header(name).isPresent());
    if (proxied || !InetAddress.ofLiteral(ask.address()).isLoopbackAddress()) {
      throw new Refused(
          Refused.Reason.FORBIDDEN, "short messages are taken from this machine's gateway only");
    }
    var message = ask.body(Message.class).orElseThrow();
    var receipt = survey.reply(message.from(), message.text());
    return Reply.ok(
        new Receipt(
            receipt.taken(),
            receipt.asked().map(SurveyBook.Asked::call),
            receipt.rating().map(Rating::key)));
  }
}
