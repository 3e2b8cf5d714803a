package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.Target;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Refused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls that begin at a desk: to another desk, or to a number outside. */
public final class CallOut {
  private final Talks talks;
  private final TalkNeighbours with;
  private final Reach reach;
  private final String spool;

  /**
   * Calls out.
   *
   * @param spool the folder the switch writes raw recordings to, as the switch names it
   */
  public CallOut(Talks talks, Reach reach, String spool) {
    this.talks = talks;
    this.with = talks.with();
    this.reach = reach;
    this.spool = spool;
  }

  /**
   * Rings the own phone, and once it is answered the other; a talk with somebody outside is
   * recorded. Returns before it rings.
   *
   * @return the call that is being made
   * @throws Refused FORBIDDEN, INVALID, NOT_FOUND, or why one of the two can't be rung
   */
  public CallId call(Account by, Target target) throws Refused {
    AgentNo agent = by.agentNo();
    var call = new CallId(talks.newLeg());
    Reach.Way way = reach.to(by, target, call);
    boolean claimed = false;
    try {
      if (by.takesCalls()) {
        reach.claim(agent, call, true);
        claimed = true;
      }
      begin(agent, call, target, way);
    } catch (Refused | RuntimeException e) {
      way.desk().ifPresent(with.routing()::phoneFree);
      if (claimed) {
        with.routing().phoneFree(agent);
      }
      throw e;
    }
    return call;
  }

  private void begin(AgentNo agent, CallId call, Target target, Reach.Way way) throws Refused {
    Optional<String> file =
        target instanceof Target.Outside
            ? Optional.of(with.recorder().begin(call, with.now()))
            : Optional.empty();
    Map<String, String> facts = new HashMap<>(way.facts());
    facts.put("VL_RECORD", file.map(it -> "b(record^s^1(" + spool + "/" + it + "))").orElse(""));
    Talk talk = talks.of(call);
    synchronized (talk) {
      var part = new TalkLog.Part(call, PartKind.OUT, agent, Optional.of(target), with.now());
      with.log().calledOut(call, agent, target, with.now());
      talk.out =
          new Talk.Out(agent, target, with.log().began(part), file, Optional.empty(), way.desk());
      talks.follow(call.value(), talk);
      boolean rung = false;
      try {
        rung = with.lines().ring(agent, call.value(), target.toString(), Spot.OUT, call, facts);
      } finally {
        if (!rung) {
          talks.notCalled(talk);
        }
      }
      if (!rung) {
        throw new Refused(Refused.Reason.INVALID_STATE, "the own phone can't be rung");
      }
    }
  }
}
