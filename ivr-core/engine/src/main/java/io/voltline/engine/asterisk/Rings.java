package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.RingObserver;
import io.voltline.engine.talk.Leg;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rings under way: joins what a caller's thread began to what AMI tells of it. */
public final class Rings {

  /** A phone's channel is named after its agent. */
  private static final Pattern PHONE = Pattern.compile("PJSIP/([0-9]{4})-.*");

  private record Dialled(RunningRing ring, AgentNo agent, String cause) {}

  private final Map<CallId, RunningRing> byCall = new ConcurrentHashMap<>();
  private final Map<String, Dialled> byDialled = new ConcurrentHashMap<>();

  /** Whose phone this is a channel of. */
  static Optional<AgentNo> agentOf(String channel) {
    Matcher phone = PHONE.matcher(channel);
    return phone.matches() ? Optional.of(new AgentNo(phone.group(1))) : Optional.empty();
  }

  void begin(CallId call, List<AgentNo> agents, RingObserver observer) {
    byCall.put(call, new RunningRing(agents, observer));
  }

  void end(CallId call) {
    RunningRing ring = byCall.remove(call);
    if (ring != null) {
      ring.end().forEach(byDialled::remove);
    }
  }

  /** Whether an agent is being rung for the call, or talks on it. */
  boolean ringing(CallId call) {
    return byCall.containsKey(call);
  }

  /** Whether the caller and an agent were joined. */
  boolean talking(CallId call) {
    RunningRing ring = byCall.get(call);
    return ring != null && ring.talking();
  }

  /** Whether the caller is to stay when the one who took the call is put elsewhere. */
  void keep(CallId call, boolean kept) {
    RunningRing ring = byCall.get(call);
    if (ring != null) {
      ring.keep(kept);
    }
  }

  boolean kept(CallId call) {
    RunningRing ring = byCall.get(call);
    return ring != null && ring.kept();
  }

  /** A channel was dialled from the caller's. */
  void dialled(CallId call, String channel, String dialledId, Consumer<String> hangUp) {
    with(
        call,
        channel,
        (ring, agent) -> {
          byDialled.put(dialledId, new Dialled(ring, agent, ""));
          if (!ring.dialled(agent, channel, dialledId, hangUp)) {
            byDialled.remove(dialledId);
          }
        });
  }

  void ringing(CallId call, String channel) {
    with(call, channel, RunningRing::ringing);
  }

  /** A channel, maybe a dialled one, was taken off the hook. */
  void up(String dialledId) {
    Dialled dialled = byDialled.get(dialledId);
    if (dialled != null) {
      dialled.ring().up(dialled.agent());
    }
  }

  /** A channel, maybe a dialled one, is being hung up from its far end, and why. */
  void refused(String dialledId, String cause) {
    byDialled.computeIfPresent(
        dialledId, (_, dialled) -> new Dialled(dialled.ring(), dialled.agent(), cause));
  }

  /** A channel, maybe a dialled one, is off its call. */
  void left(String dialledId) {
    Dialled dialled = byDialled.get(dialledId);
    if (dialled != null) {
      dialled.ring().left(dialled.agent());
    }
  }

  /** A dialled channel is about to end, for another of the same phone has taken its place. */
  void replaced(String dialledId, Leg now) {
    Dialled dialled = byDialled.remove(dialledId);
    if (dialled != null) {
      byDialled.put(now.id(), dialled);
      dialled.ring().replaced(dialled.agent(), now.channel(), now.id());
    }
  }

  /** The switch has done dialling this channel: the two are joined, or it rings no more. */
  void dialEnded(CallId call, String channel, String dialledId, String dialStatus) {
    Dialled dialled = byDialled.get(dialledId);
    String cause = dialled == null ? "" : dialled.cause();
    with(
        call,
        channel,
        (ring, agent) -> {
          if (dialStatus.equals("ANSWER")) {
            ring.joined(agent);
          } else {
            ring.ended(agent, dialStatus, cause);
          }
        });
  }

  /** A channel of this call was found off the hook, after events may have been missed. */
  void found(CallId call, String channel, boolean joined) {
    with(
        call,
        channel,
        (ring, agent) -> {
          ring.found(agent, channel);
          if (joined) {
            ring.joined(agent);
          } else {
            ring.up(agent);
          }
        });
  }

  /**
   * Stops the ring of this agent: its channel is hung up, if there is one yet.
   *
   * @return false when it is too late, for the two were joined
   */
  boolean stop(CallId call, AgentNo agent, Consumer<String> hangUp) {
    RunningRing ring = byCall.get(call);
    return ring == null || ring.stop(agent, hangUp);
  }

  private void with(CallId call, String channel, BiConsumer<RunningRing, AgentNo> then) {
    RunningRing ring = byCall.get(call);
    if (ring != null) {
      agentOf(channel).ifPresent(agent -> then.accept(ring, agent));
    }
  }
}
