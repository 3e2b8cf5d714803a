package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.Routing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which agents' phones can be rung. Fed with the contacts as AMI tells them: a phone is reachable
 * while one of its contacts answers. While a list of all contacts is on its way nothing is told:
 * what else the switch has comes first.
 */
final class Phones {
  private static final Logger log = LoggerFactory.getLogger(Phones.class);

  private final Routing routing;
  private final Map<AgentNo, Map<String, Boolean>> contacts = new LinkedHashMap<>();
  private final Map<AgentNo, Set<String>> seen = new HashMap<>();
  private final Set<AgentNo> reachable = new HashSet<>();
  private boolean listing;

  Phones(Routing routing) {
    this.routing = routing;
  }

  /** A contact of a phone changed; {@code status} in Asterisk's words. */
  synchronized void changed(String aor, String uri, String status) {
    if (!aor.matches("[0-9]{4}")) {
      return;
    }
    var agent = new AgentNo(aor);
    seen.computeIfAbsent(agent, _ -> new HashSet<>()).add(uri);
    Map<String, Boolean> known = contacts.computeIfAbsent(agent, _ -> new HashMap<>());
    if (status.equalsIgnoreCase("Removed")) {
      known.remove(uri);
    } else {
      // A phone that has just registered is not yet asked: it counts when it has answered.
      known.put(uri, status.equalsIgnoreCase("Reachable"));
    }
    if (!listing) {
      tell(agent, known);
    }
  }

  /** A list of all contacts begins. */
  synchronized void listBegins() {
    seen.clear();
    listing = true;
  }

  /** The list is complete: a contact that is not in it went away unheard. */
  synchronized void listEnds() {
    listing = false;
    contacts.forEach(
        (agent, known) -> {
          if (known.keySet().retainAll(seen.getOrDefault(agent, Set.of()))) {
            log.info("repaired: a contact of phone {} went away unheard", agent);
          }
          tell(agent, known);
        });
  }

  private void tell(AgentNo agent, Map<String, Boolean> known) {
    boolean now = known.containsValue(true);
    if (now ? reachable.add(agent) : reachable.remove(agent)) {
      log.info("phone {} is {}", agent, now ? "reachable" : "not reachable");
      routing.phoneReachable(agent, now);
    }
  }
}
