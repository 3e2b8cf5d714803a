package io.voltline.engine.talk;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.TalkView;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.AfterTalk;
import io.voltline.engine.call.RingResult;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one talk beyond what the switch has. Guarded by itself. */
final class Talk {

  /**
   * Somebody is asked.
   *
   * @param leg the channel of the one who asks
   * @param asked the channel of the one who is asked, once there is one
   * @param part by which the record knows it
   */
  record Asking(
      AgentNo by,
      Leg leg,
      Target target,
      boolean transfer,
      long part,
      Optional<Leg> asked,
      boolean answered) {

    Asking with(Leg other) {
      return new Asking(by, leg, target, transfer, part, Optional.of(other), answered);
    }

    Asking answeredBy(Leg other) {
      return new Asking(by, leg, target, transfer, part, Optional.of(other), true);
    }

    Asking replaced(String was, Leg now) {
      Leg own = leg.id().equals(was) ? now : leg;
      Optional<Leg> other = asked.map(it -> it.id().equals(was) ? now : it);
      return new Asking(by, own, target, transfer, part, other, answered);
    }

    /**
     * Nobody was there when the asker left: the caller waits again, for whom was asked if may be.
     */
    Optional<AfterTalk.Next> instead() {
      return answered
          ? Optional.empty()
          : Optional.of(new AfterTalk.Next(Optional.empty(), desk()));
    }

    Optional<AgentNo> desk() {
      return target instanceof Target.Desk desk ? Optional.of(desk.agent()) : Optional.empty();
    }
  }

  /**
   * A call that began at a desk.
   *
   * @param part by which the record knows it
   * @param recording the raw file, if it is recorded
   * @param other the channel of who was called, once that one has answered
   * @param claimed whose phone was kept for it
   */
  record Out(
      AgentNo by,
      Target target,
      long part,
      Optional<String> recording,
      Optional<Leg> other,
      Optional<AgentNo> claimed) {
    Out answeredBy(Leg leg) {
      return new Out(by, target, part, recording, Optional.of(leg), claimed);
    }

    Out replaced(String was, Leg now) {
      Optional<Leg> far = other.map(it -> it.id().equals(was) ? now : it);
      return new Out(by, target, part, recording, far, claimed);
    }
  }

  /** Somebody outside whom an agent took into the talk. */
  record Outsider(AgentNo by, PhoneNumber number) {}

  final CallId call;

  /** By the ids of their channels, in the order in which they came. */
  final Map<String, Outsider> outsiders = new LinkedHashMap<>();

  /** Who keeps the others on hold, and by what number the record knows it. */
  final Map<AgentNo, Long> holds = new HashMap<>();

  /** Supervisors, by the id of their channel. */
  final Map<String, Watch> watches = new HashMap<>();

  @Nullable Asking asking;

  /** How it began, if at a desk; until it is over. */
  @Nullable Out out;

  /** Where the caller goes when nobody is left to talk with; empty for where the flow leads. */
  Optional<AfterTalk.Next> next = Optional.empty();

  /** By which the record knows the time in which three or more are in it. */
  Optional<Long> conference = Optional.empty();

  Talk(CallId call) {
    this.call = call;
  }

  Optional<Asking> asked() {
    return Optional.ofNullable(asking);
  }

  /** A channel has taken the place of another of the same phone. */
  void replaced(String was, Leg now) {
    asking = asked().map(it -> it.replaced(was, now)).orElse(null);
    out = Optional.ofNullable(out).map(it -> it.replaced(was, now)).orElse(null);
    Outsider outsider = outsiders.remove(was);
    if (outsider != null) {
      outsiders.put(now.id(), outsider);
    }
    Watch watch = watches.remove(was);
    if (watch != null) {
      watches.put(now.id(), watch);
    }
  }

  /** Who took somebody outside into the talk, who now is off the phone. */
  Optional<AgentNo> outsiderLeft(Leg leg) {
    return Optional.ofNullable(outsiders.remove(leg.id())).map(Outsider::by);
  }

  /** How a part ends with a ring. */
  static PartEnd end(RingResult result) {
    return switch (result) {
      case TALKED -> PartEnd.DONE;
      case NOT_ANSWERED -> PartEnd.NOT_ANSWERED;
      case REJECTED -> PartEnd.REJECTED;
      case UNREACHABLE -> PartEnd.UNREACHABLE;
    };
  }

  /** Whether this channel belongs to somebody who is asked, rather than to the talk. */
  boolean asked(Leg leg) {
    return asked().flatMap(Asking::asked).filter(it -> it.id().equals(leg.id())).isPresent();
  }

  /**
   * How it looks from outside.
   *
   * @param phones the channels of the house's phones in this call
   */
  TalkView view(List<Leg> phones) {
    return new TalkView(
        call,
        phones.stream()
            .filter(leg -> leg.up() && !asked(leg))
            .flatMap(leg -> leg.agent().stream())
            .distinct()
            .map(agent -> new TalkView.Party(agent, state(agent)))
            .toList(),
        outsiders.values().stream().map(Outsider::number).toList(),
        asked().map(it -> new TalkView.Asked(it.by(), it.target(), it.transfer(), it.answered())));
  }

  private TalkView.State state(AgentNo agent) {
    if (asked().filter(it -> it.by().equals(agent)).isPresent()) {
      return TalkView.State.ASKING;
    }
    return holds.containsKey(agent) ? TalkView.State.HOLDING : TalkView.State.TALKING;
  }
}
