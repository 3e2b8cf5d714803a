package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.CallService;
import io.voltline.engine.talk.Leg;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Channels as AMI tells of them, on AMI's one thread; every caller's is among them. */
final class Channels {
  private static final Logger log = LoggerFactory.getLogger(Channels.class);

  /** Where a phone tries its own sound. */
  private static final String PHONE_ECHO = "phone-echo";

  /** What a phone calls to be put in the place of a channel it has lost. */
  private static final String REJOIN = "rejoin";

  private final CallService calls;
  private final Rings rings;
  private final PhonesInUse phones;
  private final StaticQueue staticQueue;
  private final StandIns standIns;
  private final Legs legs;
  private final Consumer<Leg> found;
  private final Set<CallId> live = ConcurrentHashMap.newKeySet();
  private final Set<CallId> listed = new HashSet<>();
  private volatile boolean complete;
  private volatile Set<CallId> atBegin = Set.of();

  Channels(
      CallService calls,
      Rings rings,
      PhonesInUse phones,
      StaticQueue staticQueue,
      StandIns standIns,
      Legs legs,
      Consumer<Leg> found) {
    this.found = found;
    this.legs = legs;
    this.calls = calls;
    this.rings = rings;
    this.phones = phones;
    this.staticQueue = staticQueue;
    this.standIns = standIns;
  }

  /** Whether a channel there is no call but a phone that tries its own sound. */
  static boolean proves(@Nullable String context) {
    return PHONE_ECHO.equals(context);
  }

  /** From any thread: whether all channels are known. */
  boolean known() {
    return complete;
  }

  /** From any thread: false only when all channels are known and this is none of them. */
  boolean mayBeLive(CallId call) {
    return !complete || live.contains(call);
  }

  /** The call that a channel belongs to; {@code told} when nothing else is known. */
  CallId linked(String id, CallId told) {
    return legs.find(id).map(Leg::call).orElse(told);
  }

  /** Whose place the channel is given, for the page it was on is gone; empty when it is new. */
  Optional<Leg> replacedBy(String id, String channel, @Nullable String exten) {
    return REJOIN.equals(exten)
        ? Rings.agentOf(channel).flatMap(agent -> legs.besides(id, agent))
        : Optional.empty();
  }

  /** A channel has taken the place of another, which is about to end. */
  void replaced(Leg was, Leg now) {
    live.add(new CallId(now.id()));
    listed.add(new CallId(now.id()));
    phones.replaced(was.channel(), now.channel());
    legs.replaced(was.id(), now);
  }

  /**
   * A channel came up.
   *
   * @param linked the call it belongs to, its own or another channel's
   * @param up whether it is off the hook
   */
  void here(CallId call, String channel, CallId linked, boolean up) {
    live.add(call);
    listed.add(call);
    phones.here(channel, linked, up);
    standIns.here(call, channel);
    legs.here(call.value(), channel, linked, up);
  }

  /** A channel takes part in the talk of this call. */
  void joined(String id, CallId call) {
    legs.joined(id, call);
  }

  /** A channel is being hung up; it stands until the engine lets go of it. */
  void gone(CallId call) {
    calls.gone(call);
  }

  /**
   * A channel is no more.
   *
   * @return who has its place, so that nobody left
   */
  Optional<Leg> over(CallId call, String channel) {
    live.remove(call);
    calls.gone(call);
    phones.over(channel);
    staticQueue.over(channel);
    standIns.over(call);
    return legs.over(call.value());
  }

  /** A list of all channels is going to be asked for; AMI is silent until then. */
  void listBegins() {
    complete = false;
    live.clear();
    listed.clear();
    phones.listBegins();
    staticQueue.listBegins();
    standIns.listBegins();
    legs.listBegins();
    atBegin = calls.live();
  }

  void listed(CoreShowChannelEvent channel) {
    if (proves(channel.getContext())) {
      return;
    }
    var call = new CallId(channel.getUniqueid());
    CallId linked = ManagerEvents.linked(channel.getLinkedid(), channel.getUniqueid());
    String name = text(channel.getChannel());
    boolean up = "Up".equals(channel.getChannelStateDesc());
    boolean joined = !text(channel.getBridgeid()).isEmpty();
    here(call, name, linked, up);
    if (up) {
      rings.found(linked, name, joined);
    }
    legs.at(call.value(), text(channel.getApplication()), text(channel.getContext()));
    legs.atDesk(call.value()).ifPresent(found);
    if (!joined && "Queue".equals(channel.getApplication())) {
      staticQueue.here(name);
    }
  }

  /** A caller came to wait in the switch's own queue. */
  void queued(String channel) {
    staticQueue.here(channel);
  }

  /** The list is complete: a call that is not in it ended unheard. */
  void listEnds() {
    complete = true;
    phones.listEnds();
    for (CallId call : atBegin) {
      if (!listed.contains(call)) {
        log.info("repaired: call {} ended unheard", call);
        calls.gone(call);
      }
    }
    atBegin = Set.of();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
