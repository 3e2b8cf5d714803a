package io.voltline.engine.dispatch;

/** Hears of every change of an agent, on the dispatcher's own thread. Must not block. */
public interface AgentObserver {
  void changed(AgentView agent);
}
