package io.voltline.domain.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one event brings about: the commands so far, the agents it touched, and its answer. */
final class Turn {
  final long seq;
  final long now;
  private final List<Command> commands = new ArrayList<>();
  private final List<AgentSlot> touched = new ArrayList<>();
  private @Nullable AgentSlot accepted;

  Turn(Stamp stamp) {
    this.seq = stamp.seq();
    this.now = stamp.atMillis();
  }

  void add(Command command) {
    commands.add(command);
  }

  void notice(Anomaly anomaly) {
    commands.add(new Command.Noticed(anomaly));
  }

  void startTimer(Timer timer, long afterMillis) {
    commands.add(new Command.StartTimer(timer, now + afterMillis));
  }

  /** Seldom more than two agents a turn: a list is the fastest set. */
  void touch(AgentSlot agent) {
    if (!touched.contains(agent)) {
      touched.add(agent);
    }
  }

  void refuse(Refusal refusal) {
    commands.add(new Command.Refused(seq, refusal));
  }

  /** The answer is given at the end, with the agent as the whole event leaves it. */
  void accept(AgentSlot agent) {
    accepted = agent;
  }

  List<Command> end() {
    for (AgentSlot agent : touched) {
      Optional<AgentStatus> status = agent.show(now);
      if (status.isPresent()) {
        commands.add(new Command.AgentChanged(status.get()));
      }
    }
    if (accepted != null) {
      commands.add(new Command.Accepted(seq, accepted.shown()));
    }
    return commands;
  }
}
