package io.voltline.engine.web;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.routing.Decision;
import io.voltline.domain.routing.Verdict;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls, the routing decisions on them, and customers. */
final class CallApi {
  private record CandidateJson(AgentNo agentNo, Verdict verdict) {}

  private record DecisionJson(Instant at, String outcome, List<CandidateJson> candidates) {
    static DecisionJson of(Decision decision) {
      return new DecisionJson(
          Instant.ofEpochMilli(decision.atMillis()),
          decision.outcome(),
          decision.candidates().stream()
              .map(candidate -> new CandidateJson(candidate.agent(), candidate.verdict()))
              .toList());
    }
  }

  private final CallHistory calls;
  private final CustomerViews customers;

  CallApi(CallHistory calls, CustomerViews customers) {
    this.calls = calls;
    this.customers = customers;
  }

  void offer(Operations api) {
    api.answer("listCalls", this::list);
    api.answer("getCall", this::call);
    api.answer("getCallRouting", this::routing);
    api.answer("getCustomer", this::customer);
  }

  private Reply list(Ask ask) {
    var query =
        new CallHistory.Query(
            ask.time("from"),
            ask.time("to"),
            ask.query("caller"),
            ask.query("agentNo").map(AgentNo::new),
            ask.query("queue"),
            ask.limit());
    return Reply.ok(Map.of("calls", calls.list(query).stream().map(CallJson::of).toList()));
  }

  private Reply call(Ask ask) throws Refused {
    String id = ask.path("callId");
    return Reply.ok(
        callId(id).flatMap(calls::find).map(CallJson::of).orElseThrow(() -> noCall(id)));
  }

  private Reply routing(Ask ask) throws Refused {
    String id = ask.path("callId");
    var decisions = callId(id).flatMap(calls::decisions).orElseThrow(() -> noCall(id));
    return Reply.ok(
        Map.of("callId", id, "decisions", decisions.stream().map(DecisionJson::of).toList()));
  }

  private Reply customer(Ask ask) throws Refused {
    var account = new AccountNo(ask.path("accountNo"));
    return Reply.ok(
        customers
            .of(account)
            .map(CustomerJson::of)
            .orElseThrow(() -> new Refused(Refused.Reason.NOT_FOUND, "no customer " + account)));
  }

  static Optional<CallId> callId(String text) {
    try {
      return Optional.of(new CallId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Refused noCall(String id) {
    return new Refused(Refused.Reason.NOT_FOUND, "no call " + id);
  }
}
