package io.voltline.engine.web;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.talk.TalkView;
import io.voltline.domain.talk.Target;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.talk.CallOut;
import io.voltline.engine.talk.TalkDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What agents do with the talk they are in. */
final class TalkApi {

  private record To(
      Optional<String> agentNo,
      Optional<String> number,
      Optional<String> queue,
      Optional<String> notes) {

    Target target() {
      List<Target> named =
          Stream.of(
                  agentNo.<Target>map(no -> new Target.Desk(new AgentNo(no))),
                  number.<Target>map(To::number),
                  queue.<Target>map(To::queue))
              .flatMap(Optional::stream)
              .toList();
      if (named.size() != 1) {
        throw new BadInput("/: one of agentNo, number and queue must be given");
      }
      return named.getFirst();
    }

    private static Target number(String text) {
      return new Target.Outside(
          PhoneNumber.parse(text).orElseThrow(() -> new BadInput("/number: not a number")));
    }

    private static Target queue(String text) {
      try {
        return new Target.Queue(new QueueId(text));
      } catch (IllegalArgumentException e) {
        throw new BadInput("/queue: not a queue");
      }
    }
  }

  private record Keys(String keys) {}

  /** Does something with the talk of a call. */
  @FunctionalInterface
  private interface Act {
    TalkView on(AgentNo agent, CallId call) throws Refused;
  }

  private final TalkDesk talks;
  private final CallOut calls;

  TalkApi(TalkDesk talks, CallOut calls) {
    this.calls = calls;
    this.talks = talks;
  }

  void offer(Operations api) {
    api.answer("getTalk", ask -> talk(talks.view(call(ask))));
    act(api, "holdTalk", talks::hold);
    act(api, "resumeTalk", talks::resume);
    act(api, "completeConsultation", talks::complete);
    act(api, "cancelConsultation", talks::cancel);
    act(api, "conferConsultation", talks::conference);
    api.answer("consult", this::consult);
    api.answer("transferTalk", this::transfer);
    api.answer("pressKeys", this::press);
    api.answer("askForHelp", this::help);
    api.answer("callOut", this::callOut);
  }

  private static void act(Operations api, String operation, Act act) {
    api.answer(operation, ask -> talk(act.on(ask.account().agentNo(), call(ask))));
  }

  private Reply consult(Ask ask) throws Refused {
    To to = ask.body(To.class).orElseThrow();
    return talk(talks.consult(ask.account(), call(ask), to.target(), to.notes()));
  }

  private Reply transfer(Ask ask) throws Refused {
    To to = ask.body(To.class).orElseThrow();
    return talk(talks.transfer(ask.account(), call(ask), to.target(), to.notes()));
  }

  private Reply callOut(Ask ask) throws Refused {
    To to = ask.body(To.class).orElseThrow();
    return Reply.created(Map.of("callId", calls.call(ask.account(), to.target())));
  }

  private Reply press(Ask ask) throws Refused {
    Keys keys = ask.body(Keys.class).orElseThrow();
    talks.press(ask.account().agentNo(), call(ask), keys.keys());
    return Reply.none();
  }

  private Reply help(Ask ask) throws Refused {
    talks.askForHelp(ask.account().agentNo(), call(ask));
    return Reply.none();
  }

  static Reply talk(TalkView talk) {
    return Reply.ok(TalkJson.of(talk));
  }

  static CallId call(Ask ask) throws Refused {
    String id = ask.path("callId");
    return CallApi.callId(id)
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no call " + id));
  }
}
