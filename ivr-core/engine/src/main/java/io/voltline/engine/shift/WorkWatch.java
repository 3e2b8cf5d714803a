package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.engine.dispatch.AgentObserver;
import io.voltline.engine.dispatch.AgentView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sees by agents' states how long they talk and work after a call, and has it kept. */
public final class WorkWatch implements AgentObserver {
  private final WorkLog log;
  private final Map<AgentNo, AgentView> working = new ConcurrentHashMap<>();

  public WorkWatch(WorkLog log) {
    this.log = log;
  }

  @Override
  public void changed(AgentView now) {
    boolean works = kind(now.state()).isPresent();
    AgentView before = works ? working.put(now.agent(), now) : working.remove(now.agent());
    if (before != null && before.state() != now.state()) {
      kind(before.state())
          .ifPresent(
              kind -> log.worked(before.agent(), kind, before.call(), before.since(), now.since()));
    }
  }

  private static Optional<WorkLog.Kind> kind(AgentState state) {
    return switch (state) {
      case TALKING -> Optional.of(WorkLog.Kind.TALK);
      case HELD -> Optional.of(WorkLog.Kind.HOLD);
      case ACW -> Optional.of(WorkLog.Kind.ACW);
      case SIGNED_OUT, IDLE, RESERVED, RINGING, BUSY -> Optional.empty();
    };
  }
}
