package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.talk.Leg;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every channel by its id, with the call it belongs to. Fed on AMI's one thread, asked from any.
 */
final class Legs {
  /** How every context is named into which a desk puts phones, and each channel it makes. */
  private static final String DESK = "desk-";

  /** The conference's own mouth. */
  private static final String ANNOUNCER = "CBAnn/";

  /**
   * Where it is, as far as that was told.
   *
   * @param application empty text when not known
   */
  private record Known(Leg leg, String application, String context) {
    Known up() {
      return new Known(
          new Leg(leg.channel(), leg.id(), leg.call(), leg.agent(), true), application, context);
    }
  }

  private final Map<String, Known> byId = new ConcurrentHashMap<>();

  /** Who has the place of channels that are about to end, by the ids of those. */
  private final Map<String, Leg> replaced = new HashMap<>();

  /** A channel is there. */
  void here(String id, String channel, CallId linked, boolean up) {
    var leg = new Leg(channel, id, linked, Rings.agentOf(channel), up);
    byId.merge(id, new Known(leg, "", ""), (known, now) -> up ? known.up() : known);
  }

  /** A channel is in the conference of another call than the one it came with. */
  void joined(String id, CallId call) {
    byId.computeIfPresent(
        id,
        (_, known) -> {
          Leg leg = known.leg();
          return new Known(
              new Leg(leg.channel(), id, call, leg.agent(), leg.up()),
              known.application(),
              known.context());
        });
  }

  /** Where a channel was found when all were listed. */
  void at(String id, String application, String context) {
    byId.computeIfPresent(id, (_, known) -> new Known(known.leg(), application, context));
  }

  /** The channel, if it is a phone's that a desk has put somewhere, or rings. */
  Optional<Leg> atDesk(String id) {
    return Optional.ofNullable(byId.get(id))
        .filter(it -> it.context().startsWith(DESK) || id.startsWith(DESK))
        .map(Known::leg)
        .filter(leg -> leg.agent().isPresent());
  }

  /** A channel was put somewhere. */
  void at(String id, String context) {
    at(id, "", context);
  }

  /** Another channel of the same phone has taken the place of this one, and is where it was. */
  void replaced(String id, Leg now) {
    Known was = byId.remove(id);
    if (was != null) {
      byId.put(now.id(), new Known(now, was.application(), was.context()));
      replaced.put(id, now);
    }
  }

  /**
   * A channel is no more.
   *
   * @return who has its place, so that nobody left
   */
  Optional<Leg> over(String id) {
    byId.remove(id);
    return Optional.ofNullable(replaced.remove(id));
  }

  /** A list of all channels begins. */
  void listBegins() {
    byId.clear();
    replaced.clear();
  }

  Optional<Leg> find(String id) {
    return Optional.ofNullable(byId.get(id)).map(Known::leg);
  }

  /** Whether the channel is, or was when that was last told, in this context. */
  boolean isAt(String id, String context) {
    return Optional.ofNullable(byId.get(id)).filter(it -> it.context().equals(context)).isPresent();
  }

  /**
   * Whether the channel waits, or talks, in the switch's own queue, where nothing is like a call.
   */
  boolean inStaticQueue(String id) {
    return Optional.ofNullable(byId.get(id))
        .filter(it -> it.application().equals("Queue"))
        .isPresent();
  }

  /** All channels of the call but its own, in the order of their ids. */
  List<Leg> others(CallId call) {
    return of(call).filter(leg -> !leg.id().equals(call.value())).toList();
  }

  List<Leg> phones(CallId call) {
    return of(call).filter(leg -> leg.agent().isPresent()).toList();
  }

  Optional<Leg> phone(AgentNo agent, CallId call) {
    return of(call).filter(leg -> leg.agent().equals(Optional.of(agent))).findFirst();
  }

  boolean inUse(AgentNo agent) {
    return ofPhone(agent).findAny().isPresent();
  }

  /** Another channel of the agent's phone that is off the hook, in whatever call. */
  Optional<Leg> besides(String id, AgentNo agent) {
    return ofPhone(agent).filter(leg -> leg.up() && !leg.id().equals(id)).findAny();
  }

  private Stream<Leg> ofPhone(AgentNo agent) {
    return byId.values().stream()
        .map(Known::leg)
        .filter(leg -> leg.agent().equals(Optional.of(agent)));
  }

  private Stream<Leg> of(CallId call) {
    return byId.values().stream()
        .map(Known::leg)
        .filter(leg -> leg.call().equals(call) && !leg.channel().startsWith(ANNOUNCER))
        .sorted(Comparator.comparing(Leg::id));
  }
}
