package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.talk.PartKind;
import java.util.Map;

/**
 * A supervisor on a call.
 *
 * @param agent on whose talk
 * @param part by which the record knows it
 */
record Watch(AgentNo supervisor, AgentNo agent, PartKind kind, long part) {

  /** Whether all hear the supervisor, who otherwise is at the agent's phone only. */
  static boolean takesPart(PartKind kind) {
    return kind == PartKind.BARGE || kind == PartKind.INTERCEPT;
  }

  boolean takesPart() {
    return takesPart(kind);
  }

  /** What the dialplan has to know to be at the agent's phone. */
  static Map<String, String> facts(Leg spied, PartKind kind) {
    String options = kind == PartKind.WHISPER ? "qwES" : "qES";
    return Map.of("VL_SPY", spied.channel(), "VL_SPY_OPTIONS", options);
  }

  Map<String, String> facts(Leg spied) {
    return facts(spied, kind);
  }
}
