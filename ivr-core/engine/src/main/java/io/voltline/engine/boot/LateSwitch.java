package io.voltline.engine.boot;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.Switch;
import java.util.Optional;

/** The switch for those who are made before it; until it is there it cannot be told anything. */
final class LateSwitch implements Switch {
  private volatile Optional<Switch> there = Optional.empty();

  void is(Switch real) {
    there = Optional.of(real);
  }

  @Override
  public boolean stopRinging(CallId call, AgentNo agent) {
    return there.map(real -> real.stopRinging(call, agent)).orElse(false);
  }

  @Override
  public void cutAnnouncement(CallId call) {
    there.ifPresent(real -> real.cutAnnouncement(call));
  }
}
