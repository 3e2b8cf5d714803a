package io.voltline.engine.broadcast;

import io.voltline.domain.broadcast.Audience;
import io.voltline.domain.broadcast.Broadcast;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.Demand;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Agent;
import io.voltline.engine.desk.AgentDesk;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Broadcasts to desks: sent and withdrawn by supervisors, read by agents. They are kept, so a desk
 * that opens while one holds is told of it, too. Every method may block and throws Unavailable.
 */
public final class Broadcasts {
  private static final Duration SHOWN = Duration.ofHours(24);
  private static final int MOST = 50;

  private final BroadcastBook book;
  private final AgentDesk agents;
  private final Supplier<Map<QueueId, Demand>> queues;
  private final EventSink sink;
  private final InstantSource clock;

  /**
   * Broadcasts over the book.
   *
   * @param queues what each asks of its agents at this moment
   */
  public Broadcasts(
      BroadcastBook book,
      AgentDesk agents,
      Supplier<Map<QueueId, Demand>> queues,
      EventSink sink,
      InstantSource clock) {
    this.book = book;
    this.agents = agents;
    this.queues = queues;
    this.sink = sink;
    this.clock = clock;
  }

  /**
   * Tells whom it is for, at once.
   *
   * @throws Refused FORBIDDEN for whoever is no supervisor; INVALID, naming the field, for a text
   *     that is missing or too long, an end that is past, and a queue or agent that is not there
   */
  public Tally send(Account by, Broadcast.Wish wish) throws Refused {
    mustSupervise(by);
    mustBeThere(wish.to());
    Instant now = clock.instant();
    Broadcast sent = book.add(kept(wish, now), by.agentNo(), now);
    Tally tally = tally(sent, agents.agents(), Map.of());
    var event = new DeskEvent.BroadcastSent(now, sent);
    tally.unread().forEach(account -> sink.toAgent(account.agentNo(), event));
    sink.toSupervisors(event);
    return tally;
  }

  private static Broadcast.Wish kept(Broadcast.Wish wish, Instant now) throws Refused {
    try {
      return wish.from(now);
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Reason.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private void mustBeThere(Audience to) throws Refused {
    switch (to) {
      case Audience.Everybody() -> {}
      case Audience.QueueAgents(QueueId queue) -> {
        if (!queues.get().containsKey(queue)) {
          throw new Refused(Refused.Reason.INVALID, "/queue: there is no queue " + queue);
        }
      }
      case Audience.OneAgent(AgentNo agent) -> {
        if (takingCalls(agents.agents()).stream().noneMatch(is(agent))) {
          throw new Refused(Refused.Reason.INVALID, "/agentNo: " + agent + " is no agent");
        }
      }
    }
  }

  private static Predicate<Agent> is(AgentNo agent) {
    return other -> other.account().agentNo().equals(agent);
  }

  /**
   * The desks show it no more.
   *
   * @throws Refused FORBIDDEN for whoever is no supervisor, NOT_FOUND when it does not hold
   */
  public void withdraw(Account by, long id) throws Refused {
    mustSupervise(by);
    Instant now = clock.instant();
    if (!book.withdraw(id, by.agentNo(), now)) {
      throw unknown(id);
    }
    sink.toAll(new DeskEvent.BroadcastWithdrawn(now, id));
  }

  /** What the agent is to read, the newest first; nothing for whoever takes no calls. */
  public List<Broadcast> unread(Account agent) {
    if (!agent.takesCalls()) {
      return List.of();
    }
    Instant now = clock.instant();
    return book.unread(agent.agentNo(), now).stream()
        .filter(broadcast -> reaches(broadcast, agent, now))
        .toList();
  }

  /**
   * The agent confirms having read it.
   *
   * @throws Refused NOT_FOUND when it does not hold or is not for this agent
   */
  public void read(Account agent, long id) throws Refused {
    Instant now = clock.instant();
    Optional<Broadcast> found =
        book.find(id, now).filter(it -> agent.takesCalls() && reaches(it, agent, now));
    if (found.isEmpty()) {
      throw unknown(id);
    }
    book.read(id, agent.agentNo(), now);
    var event = new DeskEvent.BroadcastRead(now, id, agent);
    sink.toAgent(agent.agentNo(), event);
    sink.toSupervisors(event);
  }

  /**
   * Those that hold or held within the last 24 hours, the newest first.
   *
   * @throws Refused FORBIDDEN for whoever is no supervisor
   */
  public List<Tally> list(Account by) throws Refused {
    mustSupervise(by);
    List<Broadcast> found = book.since(clock.instant().minus(SHOWN), MOST);
    if (found.isEmpty()) {
      return List.of();
    }
    List<Agent> everybody = agents.agents();
    Map<Long, Map<AgentNo, Instant>> readers = book.readers(found);
    return found.stream()
        .map(it -> tally(it, everybody, readers.getOrDefault(it.id(), Map.of())))
        .toList();
  }

  private Tally tally(Broadcast broadcast, List<Agent> everybody, Map<AgentNo, Instant> readers) {
    Instant now = clock.instant();
    List<Agent> taking = takingCalls(everybody);
    return new Tally(
        broadcast,
        taking.stream().map(Agent::account).flatMap(it -> reader(it, readers).stream()).toList(),
        taking.stream()
            .filter(agent -> agent.live().state() != AgentState.SIGNED_OUT)
            .map(Agent::account)
            .filter(account -> !readers.containsKey(account.agentNo()))
            .filter(account -> reaches(broadcast, account, now))
            .toList());
  }

  private static Optional<Tally.Reader> reader(Account account, Map<AgentNo, Instant> readers) {
    return Optional.ofNullable(readers.get(account.agentNo()))
        .map(at -> new Tally.Reader(account, at));
  }

  private boolean reaches(Broadcast broadcast, Account agent, Instant now) {
    return broadcast.reaches(agent.agentNo(), agent.skillsAt(now), queues.get());
  }

  private static List<Agent> takingCalls(List<Agent> everybody) {
    return everybody.stream().filter(agent -> agent.account().takesCalls()).toList();
  }

  private static void mustSupervise(Account by) throws Refused {
    if (!by.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "supervisors and administrators only");
    }
  }

  private static Refused unknown(long id) {
    return new Refused(Refused.Reason.NOT_FOUND, "no broadcast " + id + " holds");
  }
}
