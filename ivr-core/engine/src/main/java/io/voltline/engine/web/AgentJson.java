package io.voltline.engine.web;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The contract's Agent. */
record AgentJson(
    AgentNo agentNo,
    String name,
    Role role,
    PhoneKind phone,
    Map<String, Integer> skills,
    AgentState state,
    Optional<BusyReason> reason,
    Instant stateSince,
    Optional<Instant> stateUntil,
    boolean phoneReachable,
    Optional<CallId> callId,
    Optional<StateRequest> next) {

  static AgentJson of(Agent agent) {
    var account = agent.account();
    var live = agent.live();
    var skills = new TreeMap<String, Integer>();
    account.certificates().forEach(held -> skills.put(held.skill().value(), held.level()));
    return new AgentJson(
        account.agentNo(),
        account.name(),
        account.role(),
        account.phone(),
        skills,
        live.state(),
        live.reason(),
        live.since(),
        live.until(),
        live.phoneReachable(),
        live.call(),
        live.next());
  }
}
