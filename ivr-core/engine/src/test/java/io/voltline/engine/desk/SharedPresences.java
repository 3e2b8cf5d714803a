package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.engine.dispatch.AgentView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Presence as other engines would share it, with a plug to pull. */
final class SharedPresences implements Presences {
  final Map<AgentNo, AgentView> views = new ConcurrentHashMap<>();
  volatile boolean away;

  @Override
  public void put(List<AgentView> agents) {
    check();
    agents.forEach(agent -> views.put(agent.agent(), agent));
  }

  @Override
  public Optional<AgentView> find(AgentNo agent) {
    check();
    return Optional.ofNullable(views.get(agent));
  }

  private void check() {
    if (away) {
      throw new Unavailable("presence", new IllegalStateException("unplugged"));
    }
  }
}
