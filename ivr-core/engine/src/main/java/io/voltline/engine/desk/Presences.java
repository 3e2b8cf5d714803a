package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.AgentView;
import java.util.List;
import java.util.Optional;

/**
 * Agents' states as all engines share them, and as a restarted one finds them. Every method throws
 * {@link Unavailable} while they can't be reached.
 */
public interface Presences {

  void put(List<AgentView> agents);

  Optional<AgentView> find(AgentNo agent);
}
