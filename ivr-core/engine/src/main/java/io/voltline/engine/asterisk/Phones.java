package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.Routing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which agents' phones can be rung. Fed with the contacts as AMI tells them, on AMI's one thread: a
 * phone is reachable while one of its contacts answers.
 */
final class Phones {
  private static final Logger log = LoggerFactory.getLogger(Phones.class);

  private final Routing routing;
  private final Map<AgentNo, Map<String, Boolean>> contacts = new HashMap<>();
  private final Map<AgentNo, Set<String>> seen = new HashMap<>();

  Phones(Routing routing) {
    this.routing = routing;
  }

  /** A contact of a phone changed; {@code status} in Asterisk's words. */
  void changed(String aor, String uri, String status) {
    if (!aor.matches("[0-9]{4}")) {
      return;
    }
    var agent = new AgentNo(aor);
    seen.computeIfAbsent(agent, _ -> new HashSet<>()).add(uri);
    Map<String, Boolean> known = contacts.computeIfAbsent(agent, _ -> new HashMap<>());
    boolean before = known.containsValue(true);
    if (status.equalsIgnoreCase("Removed")) {
      known.remove(uri);
    } else {
      // A phone that has just registered is not yet asked: it counts when it has answered.
      known.put(uri, status.equalsIgnoreCase("Reachable"));
    }
    tell(agent, before, known.containsValue(true));
  }

  /** A list of all contacts begins. */
  void listBegins() {
    seen.clear();
  }

  /** The list is complete: a contact that is not in it went away unheard. */
  void listEnds() {
    contacts.forEach(
        (agent, known) -> {
          boolean before = known.containsValue(true);
          if (known.keySet().retainAll(seen.getOrDefault(agent, Set.of()))) {
            log.info("repaired: a contact of phone {} went away unheard", agent);
            tell(agent, before, known.containsValue(true));
          }
        });
  }

  private void tell(AgentNo agent, boolean before, boolean now) {
    if (before != now) {
      log.info("phone {} is {}", agent, now ? "reachable" : "not reachable");
      routing.phoneReachable(agent, now);
    }
  }
}
