package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sessions as other engines would share them, with a plug to pull. */
final class SharedSessions implements Sessions {
  final Map<AgentNo, String> hashes = new HashMap<>();
  boolean away;

  @Override
  public void put(AgentNo agent, String tokenHash, Duration life) {
    check();
    hashes.put(agent, tokenHash);
  }

  @Override
  public Optional<String> find(AgentNo agent) {
    check();
    return Optional.ofNullable(hashes.get(agent));
  }

  @Override
  public void end(AgentNo agent, String tokenHash, Duration life) {
    check();
    hashes.replace(agent, tokenHash, "");
  }

  private void check() {
    if (away) {
      throw new Unavailable("sessions", new IllegalStateException("unplugged"));
    }
  }
}
