package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;
import io.voltline.domain.talk.TalkChange;
import io.voltline.domain.talk.TalkView;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.PassingOn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells open desks what becomes of talks. */
public final class TalkAnnouncer implements TalkObserver {
  private final EventSink sink;
  private final PassingOn pops;
  private final InstantSource clock;

  public TalkAnnouncer(EventSink sink, PassingOn pops, InstantSource clock) {
    this.sink = sink;
    this.pops = pops;
    this.clock = clock;
  }

  @Override
  public void changed(TalkView talk, TalkChange change, AgentNo by) {
    DeskEvent event = new DeskEvent.TalkChanged(now(), talk, change, by);
    Set<AgentNo> told =
        Stream.concat(Stream.of(by), talk.desks().stream().map(TalkView.Party::agent))
            .collect(Collectors.toSet());
    told.forEach(agent -> sink.toAgent(agent, event));
    sink.toSupervisors(event);
    if (change == TalkChange.LEFT) {
      pops.left(talk.call(), by);
    }
  }

  @Override
  public void comes(CallId call, AgentNo supervisor, AgentNo agent, PartKind kind) {
    pops.watched(call, agent, supervisor, kind);
  }

  @Override
  public void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes) {
    pops.passedOn(call, from, to, notes);
  }

  @Override
  public void helpAsked(CallId call, AgentNo by) {
    sink.toSupervisors(new DeskEvent.HelpAsked(now(), call, by));
  }

  @Override
  public void supervised(
      CallId call, AgentNo supervisor, AgentNo agent, PartKind kind, boolean on) {
    sink.toSupervisors(new DeskEvent.Supervised(now(), call, supervisor, agent, kind, on));
    if (on) {
      pops.joined(call, supervisor);
    }
  }

  private Instant now() {
    return clock.instant();
  }
}
