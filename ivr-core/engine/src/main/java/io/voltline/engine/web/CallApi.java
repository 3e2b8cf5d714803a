package io.voltline.engine.web;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.desk.CallHistory;
import io.voltline.engine.desk.CustomerViews;
import io.voltline.engine.desk.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls, the routing decisions on them, and customers. */
final class CallApi {
  private static final Duration LATELY = Duration.ofDays(1);

  private final CallHistory calls;
  private final CustomerViews customers;
  private final InstantSource clock;

  CallApi(CallHistory calls, CustomerViews customers, InstantSource clock) {
    this.calls = calls;
    this.customers = customers;
    this.clock = clock;
  }

  void offer(Operations api) {
    api.answer("listCalls", this::list);
    api.answer("getCall", this::call);
    api.answer("getCallRouting", this::routing);
    api.answer("listBrokenPromises", this::brokenPromises);
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
            false,
            ask.limit());
    return Reply.ok(Map.of("calls", calls.list(query).stream().map(CallJson::of).toList()));
  }

  private Reply brokenPromises(Ask ask) {
    var query =
        new CallHistory.Query(
            Optional.of(clock.instant().minus(LATELY)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            ask.limit());
    return Reply.ok(
        Map.of(
            "brokenPromises",
            calls.list(query).stream().flatMap(call -> BrokenJson.of(call).stream()).toList()));
  }

  private Reply call(Ask ask) throws Refused {
    String id = ask.path("callId");
    return Reply.ok(
        callId(id).flatMap(calls::find).map(CallJson::of).orElseThrow(() -> noCall(id)));
  }

  private Reply routing(Ask ask) throws Refused {
    String id = ask.path("callId");
    var call = callId(id).flatMap(calls::find).orElseThrow(() -> noCall(id));
    return Reply.ok(RoutingJson.of(call, calls.decisions(call.callId()).orElse(List.of())));
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
