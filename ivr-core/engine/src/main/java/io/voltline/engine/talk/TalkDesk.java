package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartEnd;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import io.voltline.domain.talk.Target;
import io.voltline.engine.call.AfterTalk;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What agents do with the talk they are in. Every method may block. */
public final class TalkDesk {
  private final Talks talks;
  private final TalkNeighbours with;
  private final Reach reach;
  private final Predicate<CallId> inHand;

  /**
   * A desk for agents.
   *
   * @param inHand whether the caller of this call is led by a flow of this engine, which has queues
   */
  public TalkDesk(Talks talks, Reach reach, Predicate<CallId> inHand) {
    this.inHand = inHand;
    this.talks = talks;
    this.with = talks.with();
    this.reach = reach;
  }

  /**
   * A talk as it is.
   *
   * @throws Refused NOT_FOUND when the call is not live
   */
  public TalkView view(CallId call) throws Refused {
    var phones = with.lines().phones(call);
    if (phones.isEmpty() && with.lines().leg(call.value()).isEmpty()) {
      throw new Refused(Refused.Reason.NOT_FOUND, "no live call " + call);
    }
    return talks.find(call).orElseGet(() -> new Talk(call)).view(phones);
  }

  /**
   * The others hear music, and the agent hears nothing.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN for whoever is not in the talk, INVALID_STATE
   */
  public TalkView hold(AgentNo agent, CallId call) throws Refused {
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      mustNotAsk(talk, agent);
      if (talk.holds.containsKey(agent)) {
        throw wrongState("the talk is on hold already");
      }
      aside(leg, Spot.HELD, call, Map.of());
      talks.hold(talk, agent);
      with.routing().talkHeld(agent, true);
      talks.tell(talk, TalkChange.HELD, agent);
    }
    return view(call);
  }

  /**
   * All hear each other again.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE when it is not on hold
   */
  public TalkView resume(AgentNo agent, CallId call) throws Refused {
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      mustNotAsk(talk, agent);
      if (!talk.holds.containsKey(agent)) {
        throw wrongState("the talk is not on hold");
      }
      move(leg, Spot.TALK, call, Map.of());
      talks.unhold(talk, agent);
      with.routing().talkHeld(agent, false);
      talks.tell(talk, TalkChange.RESUMED, agent);
    }
    return view(call);
  }

  /**
   * Rings somebody while the others hear music. Not answered, or rung off, the agent is back in the
   * talk; an agent who rings off leaves the others to whoever was asked.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE, INVALID, or why the other can't be rung
   */
  public TalkView consult(Account agent, CallId call, Target target, Optional<String> notes)
      throws Refused {
    if (target instanceof Target.Queue) {
      throw new Refused(Refused.Reason.INVALID, "/queue: a queue can't be asked");
    }
    return ask(agent, call, target, notes, false);
  }

  /**
   * Passes the talk on. One that is not answered comes back to the agent, who until then hears it
   * ring; to a queue the caller goes at once, in the place of somebody who comes now.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE, INVALID, or why the other can't be rung
   */
  public TalkView transfer(Account agent, CallId call, Target target, Optional<String> notes)
      throws Refused {
    return target instanceof Target.Queue queue
        ? toQueue(agent.agentNo(), call, queue)
        : ask(agent, call, target, notes, true);
  }

  private TalkView ask(
      Account account, CallId call, Target target, Optional<String> notes, boolean transfer)
      throws Refused {
    AgentNo agent = account.agentNo();
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      mustNotAsk(talk, agent);
      Reach.Way way = reach.to(account, target, call);
      long part =
          with.log()
              .began(
                  new TalkLog.Part(
                      call,
                      transfer ? PartKind.TRANSFER : PartKind.CONSULT,
                      agent,
                      Optional.of(target),
                      with.now()));
      talk.asking = new Talk.Asking(agent, leg, target, transfer, part, Optional.empty(), false);
      talks.follow(leg.id(), talk);
      try {
        way.desk().ifPresent(desk -> with.observer().passedOn(call, agent, desk, notes));
        aside(leg, transfer ? Spot.TRANSFER : Spot.CONSULT, call, way.facts());
      } catch (Refused | RuntimeException e) {
        talk.asking = null;
        talks.forget(leg.id());
        way.desk().ifPresent(with.routing()::phoneFree);
        with.log().ended(call, part, PartEnd.CANCELLED, with.now());
        throw e;
      }
      talks.unhold(talk, agent);
      with.routing().talkHeld(agent, true);
      talks.tell(talk, TalkChange.ASKING, agent);
    }
    return view(call);
  }

  private TalkView toQueue(AgentNo agent, CallId call, Target.Queue target) throws Refused {
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      mustNotAsk(talk, agent);
      if (with.lines().others(call).size() > 1) {
        throw wrongState("others are in the talk");
      }
      if (!reach.known(target.queue())) {
        throw new Refused(Refused.Reason.INVALID, "/queue: no queue " + target.queue());
      }
      if (!inHand.test(call)) {
        throw wrongState("nobody waits at the other end of this talk");
      }
      var part = new TalkLog.Part(call, PartKind.TRANSFER, agent, Optional.of(target), with.now());
      long number = with.log().began(part);
      talk.next = Optional.of(new AfterTalk.Next(Optional.of(target.queue()), Optional.empty()));
      if (!with.lines().hangUp(leg)) {
        talk.next = Optional.empty();
        with.log().ended(call, number, PartEnd.CANCELLED, with.now());
        throw over(call);
      }
      with.log().ended(call, number, PartEnd.DONE, with.now());
      talks.tell(talk, TalkChange.TRANSFERRED, agent);
    }
    return new TalkView(call, List.of(), List.of(), Optional.empty());
  }

  /**
   * The one who was asked takes the agent's place.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE until that one has answered
   */
  public TalkView complete(AgentNo agent, CallId call) throws Refused {
    mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      // Whoever was asked goes into the talk when the asker's phone is off.
      if (!with.lines().hangUp(answered(talk, agent).leg())) {
        throw over(call);
      }
    }
    return view(call);
  }

  /**
   * All three hear each other.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE until the one asked has answered
   */
  public TalkView conference(AgentNo agent, CallId call) throws Refused {
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      Talk.Asking asking = answered(talk, agent);
      // Whoever was asked goes along with the one who asked.
      move(leg, Spot.TALK, call, Map.of());
      talk.asking = null;
      talks.forget(leg.id());
      with.log().ended(call, asking.part(), PartEnd.DONE, with.now());
      var part =
          new TalkLog.Part(
              call, PartKind.CONFERENCE, agent, Optional.of(asking.target()), with.now());
      talk.conference = Optional.of(with.log().began(part));
      if (asking.target() instanceof Target.Outside outside) {
        asking
            .asked()
            .ifPresent(
                it -> talk.outsiders.put(it.id(), new Talk.Outsider(agent, outside.number())));
      }
      with.routing().talkHeld(agent, false);
      talks.tell(talk, TalkChange.CONFERENCE, agent);
    }
    return view(call);
  }

  /**
   * Whoever was asked, or is rung, is rung off: the agent is back in the talk.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE when nobody is asked
   */
  public TalkView cancel(AgentNo agent, CallId call) throws Refused {
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      Talk.Asking asking =
          talk.asked()
              .filter(it -> it.by().equals(agent))
              .orElseThrow(() -> wrongState("nobody is asked"));
      boolean rungOff = asking.asked().filter(with.lines()::hangUp).isPresent();
      if (!rungOff) {
        move(leg, Spot.TALK, call, Map.of());
      }
      talks.cancelled(talk, asking);
    }
    return view(call);
  }

  /**
   * Presses keys in the ear of whoever the agent talks with.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE when that is not one
   */
  public void press(AgentNo agent, CallId call, String keys) throws Refused {
    Leg leg = mine(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      Leg other =
          talk.asked()
              .filter(it -> it.by().equals(agent))
              .flatMap(Talk.Asking::asked)
              .or(() -> farEnd(call, leg))
              .orElseThrow(() -> wrongState("there is nobody to hear it"));
      for (int i = 0; i < keys.length(); i++) {
        if (!with.lines().press(other, keys.charAt(i))) {
          throw over(call);
        }
      }
    }
  }

  private Optional<Leg> farEnd(CallId call, Leg own) {
    return Stream.concat(
            with.lines().leg(call.value()).stream(), with.lines().others(call).stream())
        .filter(it -> !it.id().equals(own.id()))
        .findFirst();
  }

  /**
   * Supervisors are told that the agent needs help.
   *
   * @throws Refused NOT_FOUND, FORBIDDEN
   */
  public void askForHelp(AgentNo agent, CallId call) throws Refused {
    mine(agent, call);
    with.observer().helpAsked(call, agent);
  }

  private Leg mine(AgentNo agent, CallId call) throws Refused {
    Optional<Leg> leg = with.lines().phone(agent, call).filter(Leg::up);
    if (leg.isEmpty()) {
      view(call);
      throw new Refused(Refused.Reason.FORBIDDEN, "agent " + agent + " is not in this talk");
    }
    return leg.get();
  }

  private static void mustNotAsk(Talk talk, AgentNo agent) throws Refused {
    if (talk.asked().isPresent()) {
      boolean own = talk.asked().get().by().equals(agent);
      throw wrongState(own ? "somebody is being asked" : "another agent is asking somebody");
    }
  }

  private static Talk.Asking answered(Talk talk, AgentNo agent) throws Refused {
    return talk.asked()
        .filter(it -> it.by().equals(agent) && it.answered())
        .orElseThrow(() -> wrongState("nobody who is asked has answered"));
  }

  /** Takes the agent out of the talk, which is to go on. */
  private void aside(Leg leg, Spot spot, CallId call, Map<String, String> facts) throws Refused {
    if (!with.lines().keep(call)) {
      throw wrongState("the switch can't put this call aside");
    }
    try {
      move(leg, spot, call, facts);
    } catch (Refused | RuntimeException e) {
      with.lines().letGo(call);
      throw e;
    }
  }

  private void move(Leg leg, Spot spot, CallId call, Map<String, String> facts) throws Refused {
    if (!with.lines().move(leg, spot, call, facts)) {
      throw over(call);
    }
  }

  private static Refused wrongState(String why) {
    return new Refused(Refused.Reason.INVALID_STATE, why);
  }

  private static Refused over(CallId call) {
    return new Refused(Refused.Reason.INVALID_STATE, "the talk " + call + " is over");
  }
}
