package io.voltline.engine.web;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkView;
import io.voltline.domain.talk.Target;
import io.voltline.engine.desk.CallStory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Talk. */
record TalkJson(CallId callId, List<Party> desks, List<Personal> outside, Optional<Asked> asked) {

  /** Somebody of the house in it. */
  record Party(AgentNo agentNo, TalkView.State state) {}

  /** Somebody who is asked, or who is to have the talk. */
  record Asked(AgentNo by, To to, boolean transfer, boolean answered) {}

  /** The contract's Target: one of them is present. */
  record To(Optional<AgentNo> agentNo, Optional<PhoneNumber> number, Optional<QueueId> queue) {
    static To of(Target target) {
      return switch (target) {
        case Target.Desk desk ->
            new To(Optional.of(desk.agent()), Optional.empty(), Optional.empty());
        case Target.Outside outside ->
            new To(Optional.empty(), Optional.of(outside.number()), Optional.empty());
        case Target.Queue queue ->
            new To(Optional.empty(), Optional.empty(), Optional.of(queue.queue()));
      };
    }
  }

  /** The contract's TalkPart. */
  record Part(
      PartKind kind,
      AgentNo by,
      Optional<To> to,
      Instant beganAt,
      Optional<Instant> answeredAt,
      Optional<Instant> endedAt,
      Optional<PartEnd> outcome) {
    static Part of(CallStory.TalkPart part) {
      return new Part(
          part.kind(),
          part.by(),
          part.target().map(To::of),
          part.beganAt(),
          part.answeredAt(),
          part.endedAt(),
          part.outcome());
    }
  }

  static TalkJson of(TalkView talk) {
    return new TalkJson(
        talk.call(),
        talk.desks().stream().map(it -> new Party(it.agent(), it.state())).toList(),
        talk.outside().stream().map(Personal::number).toList(),
        talk.asked()
            .map(it -> new Asked(it.by(), To.of(it.target()), it.transfer(), it.answered())));
  }
}
