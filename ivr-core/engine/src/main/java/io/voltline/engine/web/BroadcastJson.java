package io.voltline.engine.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.broadcast.Tally;
import io.voltline.engine.desk.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's Broadcast. */
record BroadcastJson(
    long id,
    String text,
    Broadcast.Level level,
    Optional<QueueId> queue,
    Optional<AgentNo> agentNo,
    AgentNo by,
    Instant at,
    Instant until,
    Optional<Instant> withdrawnAt) {

  /** The contract's BroadcastTally. */
  record Counted(@JsonUnwrapped BroadcastJson broadcast, List<Reader> read, List<Person> unread) {
    static Counted of(Tally tally) {
      return new Counted(
          BroadcastJson.of(tally.broadcast()),
          tally.read().stream().map(it -> Reader.of(it.account(), it.at())).toList(),
          tally.unread().stream().map(it -> new Person(it.agentNo(), it.name())).toList());
    }
  }

  record Person(AgentNo agentNo, String name) {}

  record Reader(AgentNo agentNo, String name, Instant at) {
    static Reader of(Account account, Instant at) {
      return new Reader(account.agentNo(), account.name(), at);
    }
  }

  static BroadcastJson of(Broadcast sent) {
    return new BroadcastJson(
        sent.id(),
        sent.text(),
        sent.level(),
        sent.to() instanceof Audience.QueueAgents(QueueId queue)
            ? Optional.of(queue)
            : Optional.empty(),
        sent.to() instanceof Audience.OneAgent(AgentNo agent)
            ? Optional.of(agent)
            : Optional.empty(),
        sent.by(),
        sent.at(),
        sent.until(),
        sent.withdrawnAt());
  }
}
