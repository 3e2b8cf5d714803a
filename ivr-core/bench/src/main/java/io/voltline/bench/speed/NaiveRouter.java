package io.voltline.bench.speed;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.SkillLevel;
import io.voltline.domain.routing.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Routing as one writes it first: looks at every waiting call for an agent, and at every agent for
 * a call. Levels, priority, ageing and preferred agents as in production, and the same choices; no
 * promise, no steps, no explanations, nothing that goes wrong.
 */
final class NaiveRouter implements Router {
  private static final class Agent {
    final AgentNo number;

    /** By the index of the skill; 0 for a skill the agent has not. */
    final int[] levels;

    boolean idle;
    long idleSince;
    long idleSeq;

    Agent(AgentNo number, int[] levels) {
      this.number = number;
      this.levels = levels;
    }

    /** Whether the agent has all skills of any alternative. */
    boolean serves(Waiting call) {
      for (int alternative = 0; alternative < call.skills.length; alternative++) {
        boolean all = true;
        for (int i = 0; i < call.skills[alternative].length; i++) {
          all &= levels[call.skills[alternative][i]] >= call.levels[alternative][i];
        }
        if (all) {
          return true;
        }
      }
      return false;
    }
  }

  private static final class Waiting {
    final CallId call;
    final QueueRequest request;
    final long seq;
    final long rank;
    final boolean danger;
    final int[][] skills;
    final int[][] levels;

    /** The agent the call waits for alone. */
    @Nullable Agent only;

    Waiting(Event.CallQueued event, long rank, int[][] skills, int[][] levels) {
      this.call = event.call();
      this.request = event.request();
      this.seq = event.stamp().seq();
      this.danger = request.priority() == QueueRequest.DANGER;
      this.rank = danger ? request.queuedAtMillis() : rank;
      this.skills = skills;
      this.levels = levels;
    }

    boolean before(Waiting other) {
      if (danger != other.danger) {
        return danger;
      }
      return rank != other.rank ? rank < other.rank : seq < other.seq;
    }
  }

  private final RoutingProfile profile;
  private final int skillCount;
  private final Map<SkillId, Integer> skills = new HashMap<>();
  private final List<Agent> agents = new ArrayList<>();
  private final Map<AgentNo, Agent> byNumber = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final Map<OfferId, Agent> offers = new HashMap<>();
  private long lastOffer;

  NaiveRouter(RoutingProfile profile, int skillCount) {
    this.profile = profile;
    this.skillCount = skillCount;
  }

  @Override
  public List<Command> on(Event event) {
    List<Command> commands = new ArrayList<>();
    switch (event) {
      case Event.AgentSignedIn e -> signIn(e);
      case Event.StateAsked e -> free(agent(e.agent()), e, commands);
      case Event.CallQueued e -> queued(e, commands);
      case Event.TalkEnded e -> free(Objects.requireNonNull(offers.remove(e.offer())), e, commands);
      case Event.TimerFired e -> due(e.timer(), commands);
      default -> {}
    }
    return commands;
  }

  private void signIn(Event.AgentSignedIn event) {
    int[] levels = new int[skillCount];
    event.certificates().forEach(c -> levels[index(c.skill())] = c.level());
    Agent agent = new Agent(event.agent(), levels);
    agents.add(agent);
    byNumber.put(agent.number, agent);
  }

  private void free(Agent agent, Event event, List<Command> commands) {
    agent.idle = true;
    agent.idleSince = event.stamp().atMillis();
    agent.idleSeq = event.stamp().seq();
    Waiting best = null;
    for (Waiting call : waiting) {
      if ((call.only == null || call.only == agent)
          && agent.serves(call)
          && (best == null || call.before(best))) {
        best = call;
      }
    }
    if (best != null) {
      offer(best, agent, commands);
    }
  }

  private void queued(Event.CallQueued event, List<Command> commands) {
    QueueRequest request = event.request();
    Waiting call = waiting(event);
    waiting.add(call);
    for (AgentNo number : request.preferred()) {
      Agent preferred = agent(number);
      if (preferred.serves(call)) {
        if (preferred.idle) {
          offer(call, preferred, commands);
        } else {
          call.only = preferred;
          Timer timer = new Timer.CallDue(call.call, call.seq);
          long due = request.queuedAtMillis() + profile.usual().affinityMillis();
          commands.add(new Command.StartTimer(timer, due));
        }
        return;
      }
    }
    seek(call, commands);
  }

  private void due(Timer timer, List<Command> commands) {
    if (timer instanceof Timer.CallDue due) {
      waiting.stream()
          .filter(call -> call.only != null && call.call.equals(due.call()))
          .findFirst()
          .ifPresent(
              call -> {
                call.only = null;
                seek(call, commands);
              });
    }
  }

  private void seek(Waiting call, List<Command> commands) {
    Agent best = null;
    for (Agent agent : agents) {
      if (agent.idle && agent.serves(call) && (best == null || idleBefore(agent, best))) {
        best = agent;
      }
    }
    if (best != null) {
      offer(call, best, commands);
    }
  }

  private void offer(Waiting call, Agent agent, List<Command> commands) {
    waiting.remove(call);
    agent.idle = false;
    OfferId offer = new OfferId(++lastOffer);
    offers.put(offer, agent);
    commands.add(
        new Command.Offer(
            call.call, List.of(new Command.Ring(offer, agent.number)), profile.ring().maxMillis()));
  }

  private long rank(QueueRequest request) {
    return request.queuedAtMillis()
        - request.priority() * profile.ageing().perPriorityMillis()
        - (request.keyCustomer() ? profile.ageing().keyCustomerMillis() : 0);
  }

  private Waiting waiting(Event.CallQueued event) {
    List<List<SkillLevel>> asked = event.request().demand().alternatives();
    return new Waiting(
        event,
        rank(event.request()),
        asked.stream()
            .map(all -> all.stream().mapToInt(need -> index(need.skill())).toArray())
            .toArray(int[][]::new),
        asked.stream()
            .map(all -> all.stream().mapToInt(SkillLevel::level).toArray())
            .toArray(int[][]::new));
  }

  private int index(SkillId skill) {
    return skills.computeIfAbsent(skill, _ -> skills.size());
  }

  private static boolean idleBefore(Agent one, Agent other) {
    return one.idleSince != other.idleSince
        ? one.idleSince < other.idleSince
        : one.idleSeq < other.idleSeq;
  }

  private Agent agent(AgentNo number) {
    return Objects.requireNonNull(byNumber.get(number));
  }
}
