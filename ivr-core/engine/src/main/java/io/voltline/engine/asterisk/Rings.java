package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.RingObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The rings under way: joins what a caller's thread began to what AMI tells of it. */
public final class Rings {

  private final Map<CallId, RunningRing> byCall = new ConcurrentHashMap<>();
  private final Map<String, CallId> byDialled = new ConcurrentHashMap<>();

  void begin(CallId call, AgentNo agent, RingObserver observer) {
    byCall.put(call, new RunningRing(agent, observer));
  }

  void end(CallId call) {
    byCall.remove(call);
    byDialled.values().remove(call);
  }

  /** A channel was dialled from the caller's. */
  void dialled(CallId call, String channel, String dialledId, Consumer<String> hangUp) {
    with(
        call,
        ring -> {
          byDialled.put(dialledId, call);
          if (ring.dialled(channel)) {
            hangUp.accept(channel);
          }
        });
  }

  void ringing(CallId call) {
    with(call, ring -> ring.observer().ringing());
  }

  /** A dialled channel was taken off the hook. */
  void up(String dialledId) {
    CallId call = byDialled.get(dialledId);
    if (call != null) {
      with(call, ring -> ring.observer().pickedUp());
    }
  }

  /** The caller was joined to somebody. */
  void joined(CallId call) {
    with(call, RunningRing::joined);
  }

  /** A channel of this call was found off the hook, after events may have been missed. */
  void found(CallId call, String channel, boolean joined) {
    with(
        call,
        ring -> {
          if (channel.startsWith("PJSIP/" + ring.agent() + "-")) {
            ring.dialled(channel);
            if (joined) {
              ring.joined();
            } else {
              ring.observer().pickedUp();
            }
          }
        });
  }

  /**
   * Stops the ring of this agent: its channel is hung up, or as soon as there is one.
   *
   * @return false when it is too late, for the two were joined
   */
  boolean stop(CallId call, AgentNo agent, Consumer<String> hangUp) {
    RunningRing ring = byCall.get(call);
    return ring == null || !ring.agent().equals(agent) || ring.stop(hangUp);
  }

  private void with(CallId call, Consumer<RunningRing> then) {
    RunningRing ring = byCall.get(call);
    if (ring != null) {
      then.accept(ring);
    }
  }
}
