package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.dispatch.Routing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which agents' phones have a channel, whoever called whom: routing itself, an earlier life of the
 * engine, the switch while no engine answered, or the agent. Fed on AMI's one thread.
 */
final class PhonesInUse {
  private static final Pattern PHONE = Pattern.compile("PJSIP/([0-9]{4})-.*");

  private record Use(AgentNo agent, boolean talking) {}

  private final Routing routing;
  private final Map<String, Use> byChannel = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  PhonesInUse(Routing routing) {
    this.routing = routing;
  }

  /**
   * A channel is there; those that are no phone's are of no interest here.
   *
   * @param call the one it belongs to
   */
  void here(String channel, CallId call, boolean up) {
    Matcher phone = PHONE.matcher(channel);
    if (!phone.matches()) {
      return;
    }
    seen.add(channel);
    var use = new Use(new AgentNo(phone.group(1)), up);
    if (!use.equals(byChannel.put(channel, use))) {
      routing.phoneInUse(use.agent(), call, up);
    }
  }

  /** A channel has taken the place of another of the same phone: it is in use as it was. */
  void replaced(String channel, String now) {
    Use use = byChannel.remove(channel);
    if (use != null) {
      byChannel.put(now, use);
      seen.add(now);
    }
  }

  /** A channel is no more. */
  void over(String channel) {
    Use was = byChannel.remove(channel);
    if (was != null && byChannel.values().stream().noneMatch(u -> u.agent().equals(was.agent()))) {
      routing.phoneFree(was.agent());
    }
  }

  /** A list of all channels begins. */
  void listBegins() {
    seen.clear();
  }

  /** The list is complete: a channel that is not in it ended unheard. */
  void listEnds() {
    Set<String> gone = new HashSet<>(byChannel.keySet());
    gone.removeAll(seen);
    gone.forEach(this::over);
  }
}
