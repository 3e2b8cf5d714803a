package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses: the agents to ring for a call, and the call for an agent who has come free. */
final class Choice {
  /** Divides without a rest by every share up to 20. */
  private static final long WHOLE = 232_792_560;

  private final Agents agents;

  /** How far the queues that share agents in a ratio are served; one that wakes begins here. */
  private long pass;

  Choice(Agents agents) {
    this.agents = agents;
  }

  /**
   * The idle agents to ring for a call, the best first: those not tried for it yet, and one who was
   * only when there is nobody else.
   */
  List<AgentSlot> agentsFor(QueuedCall call, Line line, int most, long now) {
    if (!line.maybeIdle()) {
      return List.of();
    }
    List<AgentSlot> chosen = new ArrayList<>(most);
    preferred(call, line, chosen);
    while (chosen.size() < most) {
      AgentSlot next = best(call, line, chosen, false, now);
      if (next == null) {
        break;
      }
      chosen.add(next);
    }
    if (chosen.isEmpty() && call.triedAnybody()) {
      AgentSlot again = best(call, line, chosen, true, now);
      return again == null ? List.of() : List.of(again);
    }
    return chosen;
  }

  /** The call this agent should take next, of the agent's own line and of all the skills open. */
  @Nullable QueuedCall callFor(AgentSlot agent, long now) {
    // Apart first: a line that comes after another by its share may come before a third by its
    // wait.
    Line byWait = null;
    Line byShare = null;
    if (ownAdmits(agent)) {
      byShare = agent.own.inRatio() ? agent.own : null;
      byWait = agent.own.inRatio() ? null : agent.own;
    }
    for (Held held : agent.skills()) {
      List<Door> doors = held.group.doors;
      for (int i = 0; i < doors.size(); i++) {
        Door door = doors.get(i);
        if (!door.admits(held)) {
          continue;
        }
        if (door.line.inRatio()) {
          byShare = byShare == null || outranks(door.line, byShare, now) ? door.line : byShare;
        } else {
          byWait = byWait == null || outranks(door.line, byWait, now) ? door.line : byWait;
        }
      }
    }
    return first(byWait, byShare, now);
  }

  private @Nullable QueuedCall first(@Nullable Line byWait, @Nullable Line byShare, long now) {
    if (byWait == null || byShare == null) {
      Line only = byWait == null ? byShare : byWait;
      return only == null ? null : only.first();
    }
    return outranks(byShare, byWait, now) ? byShare.first() : byWait.first();
  }

  /** The agent's skills may be others than when the call began to wait for this agent alone. */
  private static boolean ownAdmits(AgentSlot agent) {
    QueuedCall first = agent.own.first();
    return first != null && first.kind.line(first.steps, first.reserveOpen).admits(agent);
  }

  /** A queue that shares agents in a ratio has got one. */
  void served(CallQueue queue) {
    if (queue.rule.strategy() instanceof Strategy.FixedRatio ratio) {
      // A queue nobody waited in meanwhile saves up no claim.
      pass = Math.max(queue.pass, pass);
      queue.pass = pass + WHOLE / ratio.share();
    }
  }

  private void preferred(QueuedCall call, Line line, List<AgentSlot> chosen) {
    for (AgentNo number : call.request.preferred()) {
      AgentSlot agent = agents.slot(number);
      if (agent.routable() && !call.tried(number) && line.admits(agent)) {
        chosen.add(agent);
        return;
      }
    }
  }

  private static @Nullable AgentSlot best(
      QueuedCall call, Line line, List<AgentSlot> without, boolean tried, long now) {
    AgentSlot best = null;
    for (Door door : line.doors()) {
      for (int level = 10; level >= door.level(); level--) {
        AgentSlot found = bestOfLevel(call, door, level, without, tried);
        if (found != null && (best == null || better(call, door, found, best, now))) {
          best = found;
        }
      }
    }
    return best;
  }

  private static @Nullable AgentSlot bestOfLevel(
      QueuedCall call, Door door, int level, List<AgentSlot> without, boolean tried) {
    Strategy strategy = call.queue.rule.strategy();
    boolean longestIdle =
        !(strategy instanceof Strategy.LeastBusy || strategy instanceof Strategy.LeastNeeded);
    AgentSlot best = null;
    for (Held held = door.group.idleAt(level).first; held != null; held = held.next) {
      AgentSlot agent = held.agent;
      if (door.admits(held) && call.tried(agent.agent) == tried && !without.contains(agent)) {
        if (longestIdle) {
          return agent;
        }
        best = best == null || better(call, door, agent, best, 0) ? agent : best;
      }
    }
    return best;
  }

  private static boolean better(
      QueuedCall call, Door door, AgentSlot one, AgentSlot other, long now) {
    int byStrategy =
        switch (call.queue.rule.strategy()) {
          case Strategy.BestSkill _ -> Integer.compare(level(one, door), level(other, door));
          case Strategy.LeastBusy _ -> Long.compare(other.workedMillis(), one.workedMillis());
          case Strategy.LeastNeeded _ -> Double.compare(need(other, door), need(one, door));
          case Strategy.Weighted w ->
              Long.compare(score(w, one, door, now), score(w, other, door, now));
          case Strategy.LongestIdle _, Strategy.LongestWait _, Strategy.FixedRatio _ -> 0;
        };
    return byStrategy != 0 ? byStrategy > 0 : AgentSlot.LONGEST_IDLE.compare(one, other) < 0;
  }

  /** How much the agent's other skills would miss the agent: few idle who have them, much need. */
  private static double need(AgentSlot agent, Door door) {
    double need = 0;
    for (Held held : agent.skills()) {
      need += held.group == door.group ? 0 : 1.0 / held.group.idleCount();
    }
    return need;
  }

  private static long score(Strategy.Weighted weights, AgentSlot agent, Door door, long now) {
    return weights.idleWeight() * agent.idleMillis(now) / 1_000
        + (long) weights.levelWeight() * level(agent, door);
  }

  /** The other agent may have come through another door. */
  private static int level(AgentSlot agent, Door door) {
    Held held = agent.held(door.group);
    return held == null ? 0 : held.level;
  }

  /** Whether the first call of one line is to be served before that of the other. */
  private boolean outranks(Line one, Line other, long now) {
    if (one.inRatio() && other.inRatio()) {
      int byShare = byShare(one.first(), other.first());
      if (byShare != 0) {
        return byShare > 0;
      }
    }
    // A call in danger has the larger claim whatever the other's weight.
    long claim = one.claim(now) - other.claim(now);
    return claim != 0 ? claim > 0 : before(one.first(), other.first());
  }

  private int byShare(@Nullable QueuedCall one, @Nullable QueuedCall other) {
    if (one == null || other == null || one.danger() || other.danger()) {
      return 0;
    }
    return Long.compare(Math.max(other.queue.pass, pass), Math.max(one.queue.pass, pass));
  }

  private static boolean before(@Nullable QueuedCall one, @Nullable QueuedCall other) {
    return one != null && (other == null || one.before(other));
  }
}
