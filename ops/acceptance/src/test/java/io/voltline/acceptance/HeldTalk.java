package io.voltline.acceptance;

import io.voltline.testkit.house.Answer;
import io.voltline.testkit.house.Seat;
import io.voltline.testkit.sip.DeskPhone.Manner;
import java.util.Map;

/** A caller and an agent who talk, and what the agent's desk does with it. */
record HeldTalk(Visitor caller, Seat agent, String callId) {

  static HeldTalk begin(Scene scene, String agentNo) {
    Seat agent = scene.seat(agentNo, Manner.ANSWERS);
    Visitor caller = scene.strangerCalls().presses("10");
    Tones.bothHearEachOther(caller.audio(), agent.phone().audio());
    return new HeldTalk(caller, agent, caller.answered().path("callId").asString());
  }

  Answer act(String act) {
    return act(act, Map.of());
  }

  Answer act(String act, Map<String, ?> body) {
    return agent.desk().api().send("POST", path(act), body);
  }

  String path(String act) {
    return "/calls/" + callId + "/" + act;
  }

  void hearEachOther() {
    Talkers.hearsOnly("the caller", caller.audio(), Seat.TONE);
    Talkers.hearsOnly("the agent", agent.phone().audio(), Visitor.TONE);
  }
}
