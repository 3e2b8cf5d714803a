package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.StateRequest;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.call.PickUp;
import io.voltline.engine.call.WaitingLine;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.SignIn;
import java.util.Map;
import java.util.Optional;

/**
 * What supervisors do with other people's calls. Each is kept: who, what, whom, when. Every method
 * may block and throws Refused FORBIDDEN for whoever is no supervisor.
 */
public final class SupervisorDesk {
  private final Talks talks;
  private final TalkNeighbours with;
  private final Reach reach;
  private final WaitingLine waiting;
  private final SignIn signIn;

  public SupervisorDesk(Talks talks, Reach reach, WaitingLine waiting, SignIn signIn) {
    this.talks = talks;
    this.with = talks.with();
    this.reach = reach;
    this.waiting = waiting;
    this.signIn = signIn;
  }

  /**
   * Rings the supervisor's phone, on which the agent's talk is then listened to, or the agent alone
   * spoken to, or which takes part; from one to another without a ring. Whoever intercepts has the
   * agent's place.
   *
   * @param kind MONITOR, WHISPER, BARGE or INTERCEPT
   * @throws Refused NOT_FOUND, FORBIDDEN, INVALID_STATE when the agent is not in the talk
   */
  public void watch(Account by, CallId call, AgentNo agent, PartKind kind) throws Refused {
    mustSupervise(by);
    Leg spied = inTalk(agent, call);
    Talk talk = talks.of(call);
    synchronized (talk) {
      boolean takesPart = Watch.takesPart(kind);
      if (takesPart && talk.asked().isPresent()) {
        throw wrongState("somebody is being asked in this talk");
      }
      var on = new Supervision(call, agent, kind);
      Map<String, String> facts = Watch.facts(spied, on);
      Spot spot = takesPart ? Spot.TALK : Spot.SPY;
      Optional<Leg> phone = watching(talk, by.agentNo());
      if (takesPart) {
        together(talk, spied, agent);
      }
      if (phone.isPresent()) {
        changes(talk, phone.get(), by.agentNo(), on);
        if (!with.lines().move(phone.get(), spot, call, facts)) {
          throw wrongState("the supervisor's phone is off");
        }
        with.observer().comes(call, by.agentNo(), agent, kind);
        talks.watches(talk, phone.get());
      } else {
        rings(talk, by.agentNo(), on, spot, facts);
      }
      audit(by, kind.name(), call, agent.value());
    }
  }

  /** The talk in the conference in which one more can be heard. */
  private void together(Talk talk, Leg agentsLeg, AgentNo agent) throws Refused {
    boolean held = talk.holds.containsKey(agent);
    if (with.lines().isAt(agentsLeg, Spot.TALK)) {
      return;
    }
    if (!with.lines().keep(talk.call)) {
      throw wrongState("the switch can't open this call to a third");
    }
    if (!with.lines().move(agentsLeg, Spot.TALK, talk.call, Map.of())) {
      with.lines().letGo(talk.call);
      throw wrongState("the talk is over");
    }
    if (held) {
      talks.unhold(talk, agent);
      with.routing().talkHeld(agent, false);
    }
  }

  private void rings(
      Talk talk, AgentNo supervisor, Supervision on, Spot spot, Map<String, String> facts)
      throws Refused {
    reach.mustBeFree(supervisor);
    reach.mustBeThere(supervisor);
    String id = talks.newLeg();
    talk.watches.put(id, Watch.begin(with, supervisor, on));
    talks.follow(id, talk);
    if (!with.lines().ring(supervisor, id, on.agent().value(), spot, talk.call, facts)) {
      talks.stopWatching(talk, id);
      throw wrongState("the supervisor's phone can't be rung");
    }
    with.observer().comes(talk.call, supervisor, on.agent(), on.kind());
  }

  private void changes(Talk talk, Leg phone, AgentNo supervisor, Supervision on) {
    Watch before = talk.watches.get(phone.id());
    if (before != null) {
      talks.ended(talk, before);
    }
    talk.watches.put(phone.id(), Watch.begin(with, supervisor, on));
  }

  private Optional<Leg> watching(Talk talk, AgentNo supervisor) {
    return talk.watches.entrySet().stream()
        .filter(it -> it.getValue().supervisor().equals(supervisor))
        .flatMap(it -> with.lines().leg(it.getKey()).stream())
        .filter(Leg::up)
        .findFirst();
  }

  /**
   * Whose talk the supervisor's own phone is in, for a page that was refreshed.
   *
   * @throws Refused FORBIDDEN
   */
  public Optional<Supervision> current(Account by) throws Refused {
    mustSupervise(by);
    return talks.all().stream().flatMap(it -> current(it, by.agentNo()).stream()).findFirst();
  }

  private Optional<Supervision> current(Talk talk, AgentNo supervisor) {
    synchronized (talk) {
      return watching(talk, supervisor).map(phone -> talk.watches.get(phone.id())).map(Watch::on);
    }
  }

  /**
   * The supervisor listens, speaks and takes part no more; whoever intercepted ends the talk.
   *
   * @throws Refused FORBIDDEN, INVALID_STATE when the supervisor is not on this call
   */
  public void leave(Account by, CallId call) throws Refused {
    mustSupervise(by);
    Talk talk = talks.find(call).orElseThrow(() -> wrongState("nobody supervises this call"));
    synchronized (talk) {
      Leg phone =
          watching(talk, by.agentNo())
              .orElseThrow(() -> wrongState("the supervisor is not on this call"));
      with.lines().hangUp(phone);
      audit(by, "LEAVE", call, "");
    }
  }

  /**
   * The agent's phone is hung up; the caller goes where the flow leads when a talk is over.
   *
   * @throws Refused FORBIDDEN, NOT_FOUND, INVALID_STATE when the agent is not in the talk
   */
  public void release(Account by, CallId call, AgentNo agent) throws Refused {
    mustSupervise(by);
    Leg leg = inTalk(agent, call);
    if (!with.lines().hangUp(leg)) {
      throw wrongState("the talk is over");
    }
    audit(by, "RELEASE", call, agent.value());
  }

  /**
   * The agent takes a state, in a talk when it is over.
   *
   * @throws Refused FORBIDDEN, NOT_FOUND, or what an agent who asked would be refused with
   */
  public Agent state(Account by, AgentNo agent, StateRequest state) throws Refused {
    mustSupervise(by);
    reach.find(agent);
    StateRequest taken = with.desks().fitting(state);
    Agent now = with.desks().force(agent, taken);
    audit(by, "STATE_" + taken.state(), agent, Optional.of(taken));
    return now;
  }

  /**
   * The agent is signed out, and the session ends.
   *
   * @throws Refused FORBIDDEN, NOT_FOUND, TALKING
   */
  public void signOut(Account by, AgentNo agent) throws Refused {
    mustSupervise(by);
    reach.find(agent);
    signIn.signOut(agent);
    audit(by, "SIGN_OUT", agent, Optional.empty());
  }

  /**
   * A waiting caller waits in another queue, or before others in the same, since when it was.
   *
   * @param priority 0 to 8; empty for the one it has
   * @throws Refused FORBIDDEN, NOT_FOUND when nobody waits, INVALID when there is no such queue
   */
  public void move(Account by, CallId call, QueueId queue, Optional<Integer> priority)
      throws Refused {
    mustSupervise(by);
    if (!reach.known(queue)) {
      throw new Refused(Refused.Reason.INVALID, "/queue: no queue " + queue);
    }
    if (!waiting.move(call, queue, priority)) {
      throw new Refused(Refused.Reason.NOT_FOUND, "call " + call + " does not wait");
    }
    audit(by, "MOVE", call, queue.value());
  }

  /**
   * A waiting caller is for this agent before others, and before all who wait for that agent. One's
   * own number stands for one's own phone, which then rings: unanswered, the caller waits on in the
   * old place. A caller for whom an agent is being rung is that agent's, and does not wait.
   *
   * @throws Refused FORBIDDEN, NOT_FOUND when nobody waits, NOT_IDLE; for the own phone TALKING and
   *     PHONE_NOT_REACHABLE, and TAKEN when another supervisor was first
   */
  public void pick(Account by, CallId call, AgentNo agent) throws Refused {
    mustSupervise(by);
    if (agent.equals(by.agentNo())) {
      pickUp(by, call);
      return;
    }
    if (!reach.find(agent).account().takesCalls()) {
      throw new Refused(Refused.Reason.INVALID, "/agentNo: calls are not routed to " + agent);
    }
    if (!waiting.pick(call, agent)) {
      throw new Refused(Refused.Reason.NOT_FOUND, "call " + call + " does not wait");
    }
    audit(by, "PICK", call, agent.value());
  }

  private void pickUp(Account by, CallId call) throws Refused {
    reach.mustBeFree(by.agentNo());
    reach.mustBeThere(by.agentNo());
    switch (waiting.pickUp(call, by.agentNo())) {
      case PickUp.Rings _ -> audit(by, "PICK_UP", call, "");
      case PickUp.TakenBy taken -> throw Refused.takenBy(taken.other());
      case PickUp.NotWaiting _ ->
          throw new Refused(Refused.Reason.NOT_FOUND, "call " + call + " does not wait");
    }
  }

  private Leg inTalk(AgentNo agent, CallId call) throws Refused {
    reach.find(agent);
    return with.lines()
        .phone(agent, call)
        .filter(Leg::up)
        .orElseThrow(() -> wrongState("agent " + agent + " is not in talk " + call));
  }

  /** Told once it took effect: what was refused is no use of a right. */
  private void audit(Account by, String act, CallId call, String whom) {
    with.log().audited(AuditTrail.Act.on(call, with.now(), by.agentNo(), act, whom));
  }

  private void audit(Account by, String act, AgentNo agent, Optional<StateRequest> state) {
    with.log().audited(AuditTrail.Act.on(agent, with.now(), by.agentNo(), act, state));
  }

  private static void mustSupervise(Account by) throws Refused {
    if (!by.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "supervisors only");
    }
  }

  private static Refused wrongState(String why) {
    return new Refused(Refused.Reason.INVALID_STATE, why);
  }
}
