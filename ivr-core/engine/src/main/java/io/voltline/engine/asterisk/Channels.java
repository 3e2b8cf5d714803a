package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.CallService;
import java.util.HashSet;
import java.util.Set;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Callers' channels as AMI tells of them, on AMI's one thread. */
final class Channels {
  private static final Logger log = LoggerFactory.getLogger(Channels.class);

  private final CallService calls;
  private final Rings rings;
  private final Set<CallId> listed = new HashSet<>();
  private Set<CallId> atBegin = Set.of();

  Channels(CallService calls, Rings rings) {
    this.calls = calls;
    this.rings = rings;
  }

  /** A channel is being hung up. */
  void gone(CallId call) {
    calls.gone(call);
  }

  /** A list of all channels begins. */
  void listBegins() {
    atBegin = calls.live();
    listed.clear();
  }

  void listed(CoreShowChannelEvent channel) {
    listed.add(new CallId(channel.getUniqueid()));
    if (channel.getLinkedid() == null || channel.getLinkedid().equals(channel.getUniqueid())) {
      return;
    }
    var call = new CallId(channel.getLinkedid());
    if ("Up".equals(channel.getChannelStateDesc())) {
      rings.found(call, channel.getChannel(), !text(channel.getBridgeid()).isEmpty());
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** The list is complete: a call that is not in it ended unheard. */
  void listEnds() {
    for (CallId call : atBegin) {
      if (!listed.contains(call)) {
        log.info("repaired: call {} ended unheard", call);
        calls.gone(call);
      }
    }
    atBegin = Set.of();
  }
}
