package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.Target;
import java.util.Map;
import java.util.Optional;

/**
 * A supervisor on a call.
 *
 * @param part by which the record knows it
 * @param relieves whether the agent is still to be hung up, once the supervisor is in the talk
 */
record Watch(AgentNo supervisor, Supervision on, long part, boolean relieves) {

  /** From now on it is in the record. */
  static Watch begin(TalkNeighbours with, AgentNo supervisor, Supervision on) {
    Optional<Target> target = Optional.of(new Target.Desk(on.agent()));
    var part = new TalkLog.Part(on.call(), on.kind(), supervisor, target, with.now());
    boolean relieves = on.kind() == PartKind.INTERCEPT;
    return new Watch(supervisor, on, with.log().began(part), relieves);
  }

  /** The agent's place is taken: whoever is called into the talk later may stay. */
  Watch relieved() {
    return new Watch(supervisor, on, part, false);
  }

  AgentNo agent() {
    return on.agent();
  }

  PartKind kind() {
    return on.kind();
  }

  /** Whether all hear the supervisor, who otherwise is at the agent's phone only. */
  static boolean takesPart(PartKind kind) {
    return kind == PartKind.BARGE || kind == PartKind.INTERCEPT;
  }

  boolean takesPart() {
    return takesPart(kind());
  }

  /** What the dialplan has to know to be at the agent's phone, and the next engine to go on. */
  static Map<String, String> facts(Leg spied, Supervision on) {
    String options = on.kind() == PartKind.WHISPER ? "qwES" : "qES";
    return Map.of(
        "VL_SPY", spied.channel(), "VL_SPY_OPTIONS", options, Supervision.FACT, on.text());
  }

  Map<String, String> facts(Leg spied) {
    return facts(spied, on);
  }
}
