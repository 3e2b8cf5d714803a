package io.voltline.engine.shift;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.routing.AgentState;
import io.voltline.domain.routing.BusyReason;
import io.voltline.domain.routing.StateRequest;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.BusyReasons;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.EventSink;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.RestRequest;
import io.voltline.engine.desk.RestRequest.Answer;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.Overloaded;
import io.voltline.engine.dispatch.RequestRefused;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rests beyond the number who may rest at once, and other reasons to be busy that need approval,
 * which supervisors grant or deny. They outlive a restart of the engine. Methods that are asked may
 * block.
 */
public final class RestRequests implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RestRequests.class);
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final AgentCommands routing;
  private final LiveView live;
  private final EventSink sink;
  private final Deeds deeds;
  private final BusyReasons reasons;
  private final RestBook book;
  private final InstantSource clock;
  private final Map<AgentNo, RestRequest> open = new ConcurrentHashMap<>();

  /** Who asked before the engine's start and is not signed in again yet. */
  private final Set<AgentNo> awaited = ConcurrentHashMap.newKeySet();

  private final Periodic beats = new Periodic("rest-requests", BEAT, this::beat);
  private boolean remembered;

  public RestRequests(
      AgentCommands routing,
      LiveView live,
      EventSink sink,
      Deeds deeds,
      BusyReasons reasons,
      RestBook book,
      InstantSource clock) {
    this.routing = routing;
    this.live = live;
    this.sink = sink;
    this.deeds = deeds;
    this.reasons = reasons;
    this.book = book;
    this.clock = clock;
  }

  /** Begins to give up what nobody answers within five minutes. */
  public void start() {
    beats.start();
  }

  @Override
  public void close() {
    beats.close();
  }

  /**
   * Asks all supervisors; what the same agent asked before is asked no more.
   *
   * @param minutes 1 to 240
   * @throws Refused FORBIDDEN for whoever takes no calls, INVALID_STATE when not signed in, INVALID
   *     for a reason that needs no approval, is not offered, or not for so long
   */
  public RestRequest ask(Account by, BusyReason reason, int minutes) throws Refused {
    if (!by.takesCalls()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "only agents take calls");
    }
    var wish = new StateRequest(AgentState.BUSY, Optional.of(reason), OptionalInt.of(minutes));
    if (!reason.rest() && !reasons.needApproval(wish)) {
      throw new Refused(Refused.Reason.INVALID, "/reason: needs no approval");
    }
    var _ = reasons.fitting(wish);
    if (live.agent(by.agentNo()).filter(RestRequests::signedIn).isEmpty()) {
      throw new Refused(Refused.Reason.INVALID_STATE, "not signed in");
    }
    Instant now = clock.instant();
    var request = new RestRequest(by.agentNo(), by.name(), reason, minutes, now, now.plus(LIFE));
    open.put(by.agentNo(), request);
    book.asked(request);
    tell(by.agentNo(), new DeskEvent.RestAsked(now, request));
    return request;
  }

  /** What nobody has answered yet, the oldest first: an agent sees the own one only. */
  public List<RestRequest> open(Account by) {
    return open.values().stream()
        .filter(request -> by.role().supervises() || request.agent().equals(by.agentNo()))
        .sorted(
            Comparator.comparing(RestRequest::askedAt)
                .thenComparing(request -> request.agent().value()))
        .toList();
  }

  /** The agent asks no more; nothing happens when it was answered before. */
  public void withdraw(Account by) {
    RestRequest request = open.remove(by.agentNo());
    if (request == null) {
      // It may be one of before the start that is not remembered yet.
      book.ended(by.agentNo());
    } else {
      ended(request, Answer.WITHDRAWN, Optional.empty());
    }
  }

  /**
   * Grants the rest, which begins now or when the agent's call is over, or denies it.
   *
   * @throws Refused FORBIDDEN for whoever is no supervisor, NOT_FOUND when nobody asks or another
   *     was faster, INVALID_STATE when the agent signed out
   */
  public void answer(Account by, AgentNo agent, boolean granted) throws Refused {
    if (!by.role().supervises()) {
      throw new Refused(Refused.Reason.FORBIDDEN, "supervisors only");
    }
    RestRequest request = open.remove(agent);
    if (request == null) {
      throw new Refused(Refused.Reason.NOT_FOUND, "agent " + agent + " asks for no rest");
    }
    if (granted) {
      grant(request);
    }
    Answer answer = granted ? Answer.GRANTED : Answer.DENIED;
    deeds.done(by.agentNo(), "REST_" + answer, request, clock.instant());
    ended(request, answer, Optional.of(by.agentNo()));
  }

  private void grant(RestRequest request) throws Refused {
    try {
      var _ = routing.grant(request.agent(), request.state());
    } catch (RequestRefused e) {
      ended(request, Answer.WITHDRAWN, Optional.empty());
      throw Refused.by(e.refusal());
    } catch (Overloaded e) {
      open.putIfAbsent(request.agent(), request);
      throw new Unavailable("routing", e);
    }
  }

  /** One beat; what an earlier life of the engine left is looked for until it can be read. */
  boolean beat() {
    settle();
    if (!remembered) {
      remember();
    }
    return true;
  }

  private void remember() {
    try {
      for (RestRequest request : book.open()) {
        if (open.putIfAbsent(request.agent(), request) == null) {
          awaited.add(request.agent());
          tell(request.agent(), new DeskEvent.RestAsked(clock.instant(), request));
        }
      }
      remembered = true;
    } catch (Unavailable e) {
      log.debug("rests asked for before the start can't be read: {}", e.getMessage());
    }
  }

  /** Gives up what nobody answered, and what is asked for no more. */
  void settle() {
    Instant now = clock.instant();
    for (RestRequest request : List.copyOf(open.values())) {
      if (moot(request)) {
        end(request, Answer.WITHDRAWN);
      } else if (!now.isBefore(request.until())) {
        end(request, Answer.EXPIRED);
      }
    }
  }

  private boolean moot(RestRequest request) {
    AgentNo agent = request.agent();
    Optional<AgentView> there = live.agent(agent).filter(RestRequests::signedIn);
    there.ifPresent(_ -> awaited.remove(agent));
    return there
        .map(it -> done(it.reason(), request.reason()))
        .orElseGet(() -> !awaited.contains(agent));
  }

  private void end(RestRequest request, Answer answer) {
    if (open.remove(request.agent(), request)) {
      ended(request, answer, Optional.empty());
    }
  }

  private void ended(RestRequest request, Answer answer, Optional<AgentNo> by) {
    book.ended(request.agent());
    tell(request.agent(), new DeskEvent.RestAnswered(clock.instant(), request, answer, by));
  }

  private void tell(AgentNo agent, DeskEvent event) {
    sink.toAgent(agent, event);
    sink.toSupervisors(event);
  }

  private static boolean signedIn(AgentView agent) {
    return agent.state() != AgentState.SIGNED_OUT;
  }

  /** Whether the agent is what was asked for; one rest is as good as another. */
  private static boolean done(Optional<BusyReason> now, BusyReason asked) {
    return now.filter(it -> it == asked || (it.rest() && asked.rest())).isPresent();
  }
}
