package io.voltline.engine.web;

import io.voltline.engine.desk.SignedIn;
import java.util.Optional;

/** The contract's Session. */
record SessionJson(String token, AgentJson agent, Sip sip, Optional<EventJson> currentCall) {

  /** Where and how the agent's phone registers. */
  record Sip(String uri, String password, String server) {
    @Override
    public String toString() {
      return uri;
    }
  }

  static SessionJson of(SignedIn session, Sip sip) {
    return new SessionJson(
        session.token(),
        AgentJson.of(session.agent()),
        sip,
        session.currentCall().map(EventJson::of));
  }

  @Override
  public String toString() {
    return "SessionJson[" + agent.agentNo() + "]";
  }
}
