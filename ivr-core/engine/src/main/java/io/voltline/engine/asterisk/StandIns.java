package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.StandIn;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.action.OriginateAction;

/**
 * The channels that stand in for customers who are to be called back: a pair of halves each, of
 * which the first is the engine's caller and the second dials the customer in the end.
 */
final class StandIns {
  private static final String CUSTOMER = "call-back-customer";
  private static final Pattern FIRST_HALF =
      Pattern.compile("Local/([0-9]+)@" + CUSTOMER + "-[0-9a-f]+;1");

  private record FirstHalf(long callBack, CallId call, String channel) {}

  private final Map<CallId, FirstHalf> halves = new ConcurrentHashMap<>();

  /** A channel came up, maybe one of these. */
  void here(CallId call, String channel) {
    Matcher half = FIRST_HALF.matcher(channel);
    if (half.matches()) {
      halves.put(call, new FirstHalf(Long.parseLong(half.group(1)), call, channel));
    }
  }

  /** A channel is no more. */
  void over(CallId call) {
    halves.remove(call);
  }

  /** A list of all channels begins. */
  void listBegins() {
    halves.clear();
  }

  boolean stands(long callBack) {
    return find(callBack).isPresent();
  }

  /** The channel that stands in, for which no agent is rung. */
  Optional<String> idle(long callBack, Rings rings) {
    return find(callBack).filter(half -> !rings.ringing(half.call())).map(FirstHalf::channel);
  }

  /** The channel that stands in, on which no agent is heard yet. */
  Optional<String> notTalking(long callBack, Rings rings) {
    return find(callBack).filter(half -> !rings.talking(half.call())).map(FirstHalf::channel);
  }

  static OriginateAction open(StandIn standIn) {
    var open = new OriginateAction();
    open.setChannel("Local/" + standIn.callBack() + "@" + CUSTOMER + "/n");
    open.setContext("call-back");
    open.setExten("s");
    open.setPriority(1);
    open.setCallerId(standIn.number().value());
    open.setAsync(true);
    open.setVariables(standIn.variables());
    return open;
  }

  private Optional<FirstHalf> find(long callBack) {
    return halves.values().stream().filter(half -> half.callBack() == callBack).findAny();
  }
}
