package io.voltline.domain.routing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one queue that ask for the same at this moment, in order; or, as an agent's own
 * line, the calls that wait for this agent alone.
 */
final class Line {
  /** What an agent must have; empty for an agent's own line. */
  final Optional<Demand> demand;

  final boolean reserveOpen;
  private final List<Door> doors;
  private final CallHeap calls = new CallHeap();

  // Of the first call: an agent who comes free compares many lines and need not touch their calls.
  private @Nullable QueuedCall first;
  private long firstRank;
  private long firstWeight;
  private boolean inRatio;

  Line(Demand demand, boolean reserveOpen, SkillGroups groups) {
    this.demand = Optional.of(demand);
    this.reserveOpen = reserveOpen;
    this.doors = demand.alternatives().stream().map(all -> new Door(this, all, groups)).toList();
  }

  /** An agent's own line: no door leads to it. */
  Line() {
    this.demand = Optional.empty();
    this.reserveOpen = true;
    this.doors = List.of();
  }

  List<Door> doors() {
    return doors;
  }

  CallHeap calls() {
    return calls;
  }

  void add(QueuedCall call) {
    if (calls.isEmpty()) {
      doors.forEach(door -> door.group.doors.add(door));
    }
    calls.add(call);
    call.line = this;
    noteFirst();
  }

  void remove(QueuedCall call) {
    calls.remove(call);
    call.line = null;
    noteFirst();
    if (calls.isEmpty()) {
      doors.forEach(door -> door.group.doors.remove(door));
    }
  }

  /** The next to be served. */
  @Nullable QueuedCall first() {
    return first;
  }

  /** Whether the first call's queue shares agents with others in a ratio. */
  boolean inRatio() {
    return inRatio;
  }

  /** How much there is for serving the first call now, beside those of other lines. */
  long claim(long now) {
    return firstWeight * (now - firstRank);
  }

  private void noteFirst() {
    QueuedCall now = calls.first();
    if (now != first) {
      first = now;
      if (now != null) {
        firstRank = now.rank();
        firstWeight = now.weight();
        inRatio = now.queue.shared();
      }
    }
  }

  /** Whether anybody with a skill asked for is idle: seldom so when many wait. */
  boolean maybeIdle() {
    for (int i = 0; i < doors.size(); i++) {
      if (doors.get(i).group.idleCount() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether this agent may serve the calls here. */
  boolean admits(AgentSlot agent) {
    for (Door door : doors) {
      Held held = agent.held(door.group);
      if (held != null && door.admits(held)) {
        return true;
      }
    }
    return false;
  }

  /** Whether anybody signed in may serve the calls here, whatever that agent does now. */
  boolean served() {
    for (Door door : doors) {
      List<Held> members = door.group.members;
      for (int i = 0; i < members.size(); i++) {
        if (door.admits(members.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
