package io.voltline.engine.talk;

import io.voltline.engine.call.Recorder;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.Routing;
import java.time.Instant;
import java.time.InstantSource;

/** Whom talks are told to, and by whom they are carried out. */
public record TalkNeighbours(
    TalkSwitch lines,
    Routing routing,
    AgentCommands agents,
    AgentDesk desks,
    TalkLog log,
    Recorder recorder,
    TalkObserver observer,
    InstantSource clock) {

  Instant now() {
    return clock.instant();
  }
}
