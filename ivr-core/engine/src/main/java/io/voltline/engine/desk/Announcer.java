package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.talk.PartKind;
import io.voltline.engine.call.CallObserver;
import io.voltline.engine.call.EndReason;
import io.voltline.engine.dispatch.AgentObserver;
import io.voltline.engine.dispatch.AgentView;
import io.voltline.engine.dispatch.PromiseObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open desks what calls and agents do. Nothing here waits: whatever may is done on a thread
 * of its own, and told when it comes.
 */
final class Announcer implements CallObserver, AgentObserver, PromiseObserver, PassingOn {
  private static final Logger log = LoggerFactory.getLogger(Announcer.class);

  private final EventSink sink;
  private final CustomerViews customers;
  private final Function<QueueId, Duration> promise;
  private final InstantSource clock;
  private final Executor aside;
  private final AccountBook accounts;
  private final PresenceBook presences;
  private final Pops pops;
  private final Map<CallId, CompletableFuture<Optional<CustomerView>>> lookUps =
      new ConcurrentHashMap<>();
  private final Map<CallId, String> callers = new ConcurrentHashMap<>();
  private final Map<CallId, AgentNo> answeredBy = new ConcurrentHashMap<>();

  /**
   * Announces to the desks behind {@code sink}.
   *
   * @param promise of a queue, from queued to answered, for the countdown on the screen
   * @param aside runs what may block, each on a thread of its own
   */
  Announcer(
      EventSink sink,
      CustomerViews customers,
      AccountBook accounts,
      PresenceBook presences,
      Pops pops,
      Function<QueueId, Duration> promise,
      InstantSource clock,
      Executor aside) {
    this.sink = sink;
    this.customers = customers;
    this.accounts = accounts;
    this.presences = presences;
    this.pops = pops;
    this.promise = promise;
    this.clock = clock;
    this.aside = aside;
  }

  @Override
  public void waiting(CallId call, String caller, Optional<AccountNo> account) {
    callers.put(call, caller);
    account.ifPresent(
        a ->
            lookUps.computeIfAbsent(
                call, _ -> CompletableFuture.supplyAsync(() -> lookUp(a), aside)));
  }

  /** The calling number of a call that waits; empty text when withheld. */
  String caller(CallId call) {
    return callers.getOrDefault(call, "");
  }

  @Override
  public void offered(Pop pop) {
    var lookUp =
        lookUps.getOrDefault(pop.call(), CompletableFuture.completedFuture(Optional.empty()));
    Optional<CustomerView> known = lookUp.getNow(Optional.empty());
    show(event(pop, known));
    if (known.isEmpty()) {
      var _ =
          lookUp.thenAccept(found -> found.ifPresent(it -> complete(pop.call(), pop.agent(), it)));
    }
  }

  @Override
  public void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes) {
    pops.of(from, call)
        .ifPresent(
            pop -> {
              var passedOn = Optional.of(new DeskEvent.PassedOn(from, notes));
              show(event(pop, to, pop.customer(), passedOn, Optional.empty()));
            });
  }

  @Override
  public void watched(CallId call, AgentNo from, AgentNo supervisor, PartKind kind) {
    Optional<DeskEvent.CallOffered> own = pops.of(supervisor, call);
    var supervising =
        new DeskEvent.Supervising(
            Optional.of(kind),
            own.flatMap(DeskEvent.CallOffered::supervising)
                .flatMap(DeskEvent.Supervising::answeredAt));
    pops.of(from, call)
        .or(() -> own)
        .ifPresent(
            pop ->
                show(
                    event(
                        pop,
                        supervisor,
                        pop.customer(),
                        pop.passedOn(),
                        Optional.of(supervising))));
  }

  @Override
  public void joined(CallId call, AgentNo supervisor) {
    if (pops.of(supervisor, call).isPresent()) {
      tellAnswer(call, supervisor);
    }
  }

  @Override
  public void left(CallId call, AgentNo desk) {
    pops.of(desk, call)
        .flatMap(DeskEvent.CallOffered::supervising)
        .ifPresent(
            it ->
                offerEnded(
                    call,
                    desk,
                    it.answeredAt().isPresent()
                        ? OfferOutcome.ANSWERED
                        : OfferOutcome.NOT_ANSWERED));
  }

  @Override
  public void offerEnded(CallId call, AgentNo agent, OfferOutcome outcome) {
    pops.close(agent, call);
    sink.toAgent(agent, new DeskEvent.CallEnded(now(), call, agent, outcome, Optional.empty()));
  }

  @Override
  public void answered(CallId call, AgentNo agent) {
    answeredBy.put(call, agent);
    tellAnswer(call, agent);
  }

  private void tellAnswer(CallId call, AgentNo agent) {
    Instant at = now();
    var _ = pops.change(agent, call, pop -> answered(pop, at));
    sink.toAgent(agent, new DeskEvent.CallAnswered(at, call, agent));
  }

  /** An agent's state says as much. */
  private DeskEvent.CallOffered answered(DeskEvent.CallOffered pop, Instant at) {
    var supervising = pop.supervising().map(it -> it.answered(at));
    return supervising.isEmpty()
        ? pop
        : event(pop, pop.agent(), pop.customer(), pop.passedOn(), supervising);
  }

  /** Agents whose offer ended without an answer know already; the others are told here. */
  @Override
  public void ended(CallId call, List<AgentNo> agents, EndReason reason) {
    lookUps.remove(call);
    callers.remove(call);
    AgentNo talked = answeredBy.remove(call);
    for (AgentNo agent : agents) {
      if (agent.equals(talked)) {
        tellEnd(call, agent, OfferOutcome.ANSWERED, reason);
      } else if (pops.of(agent, call).isPresent()) {
        pops.close(agent, call);
        tellEnd(call, agent, OfferOutcome.CALLER_LEFT, reason);
      }
    }
  }

  @Override
  public void changed(AgentView agent) {
    presences.changed(agent);
    pops.follow(agent);
    accounts.known(agent.agent()).ifPresent(account -> tellState(new Agent(account, agent)));
  }

  @Override
  public void broken(Command.PromiseBroken promise, Instant at) {
    String caller = caller(promise.call());
    sink.toSupervisors(
        new DeskEvent.PromiseBroken(at, promise.call(), promise.queue(), promise.cause(), caller));
  }

  private void tellState(Agent agent) {
    DeskEvent event = new DeskEvent.AgentStateChanged(now(), agent);
    if (agent.account().role() == Role.AGENT) {
      sink.toAgent(agent.account().agentNo(), event);
    }
    sink.toSupervisors(event);
  }

  private void tellEnd(CallId call, AgentNo agent, OfferOutcome outcome, EndReason reason) {
    sink.toAgent(agent, new DeskEvent.CallEnded(now(), call, agent, outcome, Optional.of(reason)));
  }

  private void complete(CallId call, AgentNo agent, CustomerView customer) {
    pops.change(
            agent,
            call,
            pop -> event(pop, agent, Optional.of(customer), pop.passedOn(), pop.supervising()))
        .ifPresent(full -> sink.toAgent(agent, full));
  }

  private void show(DeskEvent.CallOffered pop) {
    pops.show(pop);
    sink.toAgent(pop.agent(), pop);
  }

  private DeskEvent.CallOffered event(Pop pop, Optional<CustomerView> customer) {
    boolean routed = accounts.known(pop.agent()).map(Account::takesCalls).orElse(true);
    var taken = new DeskEvent.Supervising(Optional.empty(), Optional.empty());
    return new DeskEvent.CallOffered(
        now(),
        pop.call(),
        pop.agent(),
        pop.caller(),
        pop.language(),
        pop.queue(),
        pop.queuedAt(),
        pop.ringTime(),
        promiseLeft(pop.queue(), pop.queuedAt()),
        pop.flowPath(),
        customer,
        Optional.empty(),
        routed ? Optional.empty() : Optional.of(taken));
  }

  /** The same call as it is told now. */
  private DeskEvent.CallOffered event(
      DeskEvent.CallOffered before,
      AgentNo to,
      Optional<CustomerView> customer,
      Optional<DeskEvent.PassedOn> passedOn,
      Optional<DeskEvent.Supervising> supervising) {
    return new DeskEvent.CallOffered(
        now(),
        before.call(),
        to,
        before.caller(),
        before.language(),
        before.queue(),
        before.queuedAt(),
        before.ringTime(),
        promiseLeft(before.queue(), before.queuedAt()),
        before.flowPath(),
        customer,
        passedOn,
        supervising);
  }

  private Optional<CustomerView> lookUp(AccountNo account) {
    try {
      return customers.of(account);
    } catch (Unavailable e) {
      log.warn("screen-pop without its customer: {}", e.getMessage());
      return Optional.empty();
    } catch (RuntimeException e) {
      log.error("screen-pop without its customer", e);
      return Optional.empty();
    }
  }

  private Duration promiseLeft(QueueId queue, Instant queuedAt) {
    return Duration.between(now(), queuedAt.plus(promise.apply(queue)));
  }

  private Instant now() {
    return clock.instant();
  }
}
