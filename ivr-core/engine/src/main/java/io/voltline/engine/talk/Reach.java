package io.voltline.engine.talk;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.talk.Target;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.RequestRefused;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** How somebody is rung, and whether whoever asks may. */
public final class Reach {

  /**
   * How.
   *
   * @param desk whose phone was claimed, to be told free if it is not rung
   * @param facts for the dialplan
   */
  record Way(Optional<AgentNo> desk, Map<String, String> facts) {}

  /** What the centre is called by. */
  private static final String CENTRE = "95598";

  private final TalkNeighbours with;
  private final Set<Role> callOut;
  private final Supplier<Set<QueueId>> queues;

  /**
   * Rules of who may be rung.
   *
   * @param callOut who may call outside
   * @param queues that there are now
   */
  public Reach(Talks talks, Set<Role> callOut, Supplier<Set<QueueId>> queues) {
    this.with = talks.with();
    this.callOut = Set.copyOf(callOut);
    this.queues = queues;
  }

  /** Keeps the phone that is to be rung, if it is one of the house. */
  Way to(Account by, Target target, CallId call) throws Refused {
    return switch (target) {
      case Target.Desk desk -> desk(by.agentNo(), desk.agent(), call);
      case Target.Outside outside -> outside(by, outside.number());
      case Target.Queue _ ->
          throw new Refused(Refused.Reason.INVALID, "/queue: a queue can't be rung");
    };
  }

  private Way desk(AgentNo by, AgentNo agent, CallId call) throws Refused {
    if (by.equals(agent)) {
      throw new Refused(Refused.Reason.INVALID, "/agentNo: nobody rings the own phone");
    }
    Map<String, String> facts = Map.of("VL_DIAL", "PJSIP/" + agent, "VL_FROM", by.value());
    if (!find(agent).account().takesCalls()) {
      mustBeFree(agent);
      return new Way(Optional.empty(), facts);
    }
    claim(agent, call, false);
    return new Way(Optional.of(agent), facts);
  }

  /** Of a phone that routing does not know. */
  void mustBeFree(AgentNo agent) throws Refused {
    if (with.lines().inUse(agent)) {
      throw new Refused(Refused.Reason.TALKING, "the phone of " + agent + " is in use");
    }
  }

  /** A phone that is not registered would never ring, and nobody would say so. */
  void mustBeThere(AgentNo agent) throws Refused {
    if (!find(agent).live().phoneReachable()) {
      throw new Refused(
          Refused.Reason.PHONE_NOT_REACHABLE, "the phone of " + agent + " is not registered");
    }
  }

  /** Keeps the phone of somebody calls are routed to. */
  void claim(AgentNo agent, CallId call, boolean own) throws Refused {
    try {
      with.agents().claim(agent, call, own);
    } catch (RequestRefused e) {
      throw Refused.by(e.refusal());
    } catch (Overloaded e) {
      throw new Unavailable("routing", e);
    }
  }

  Agent find(AgentNo agent) throws Refused {
    return with.desks().agents().stream()
        .filter(it -> it.account().agentNo().equals(agent))
        .findAny()
        .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no agent " + agent));
  }

  /** Abroad, and to short numbers, only supervisors call. */
  private Way outside(Account by, PhoneNumber number) throws Refused {
    if (!callOut.contains(by.role())) {
      throw new Refused(Refused.Reason.FORBIDDEN, "calling outside takes another role");
    }
    if (by.role() == Role.AGENT && !number.domestic()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "agents call within the country only");
    }
    return new Way(
        Optional.empty(), Map.of("VL_DIAL", "PJSIP/" + number + "@trunk", "VL_FROM", CENTRE));
  }

  boolean known(QueueId queue) {
    return queues.get().contains(queue);
  }
}
