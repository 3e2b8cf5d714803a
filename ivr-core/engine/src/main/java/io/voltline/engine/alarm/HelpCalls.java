package io.voltline.engine.alarm;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.talk.TalkObserver;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who asks for help in a talk, until a supervisor is in it or it is over. Passes on everything it
 * is told.
 */
public final class HelpCalls implements TalkObserver {
  private final TalkObserver next;
  private final LiveView live;
  private final Map<AgentNo, CallId> asking = new ConcurrentHashMap<>();

  public HelpCalls(TalkObserver next, LiveView live) {
    this.next = next;
    this.live = live;
  }

  /** Agents nobody has come to yet. */
  Set<AgentNo> open() {
    asking.entrySet().removeIf(it -> !in(it.getKey(), it.getValue()));
    return Set.copyOf(asking.keySet());
  }

  private boolean in(AgentNo agent, CallId call) {
    return live.agent(agent).filter(it -> talks(it, call)).isPresent();
  }

  private static boolean talks(AgentView agent, CallId call) {
    boolean talking =
        switch (agent.state()) {
          case TALKING, HELD -> true;
          case SIGNED_OUT, IDLE, RESERVED, RINGING, ACW, BUSY -> false;
        };
    return talking && agent.call().equals(Optional.of(call));
  }

  @Override
  public void helpAsked(CallId call, AgentNo by) {
    asking.put(by, call);
    next.helpAsked(call, by);
  }

  @Override
  public void supervised(
      CallId call, AgentNo supervisor, AgentNo agent, PartKind kind, boolean on) {
    if (on) {
      asking.remove(agent, call);
    }
    next.supervised(call, supervisor, agent, kind, on);
  }

  @Override
  public void comes(CallId call, AgentNo supervisor, AgentNo agent, PartKind kind) {
    next.comes(call, supervisor, agent, kind);
  }

  @Override
  public void changed(TalkView talk, TalkChange change, AgentNo by) {
    next.changed(talk, change, by);
  }

  @Override
  public void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes) {
    next.passedOn(call, from, to, notes);
  }
}
