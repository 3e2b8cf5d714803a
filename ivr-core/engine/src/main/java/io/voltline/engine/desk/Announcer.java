package io.voltline.engine.desk;

import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Command;
import io.voltline.domain.routing.OfferOutcome;
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
    DeskEvent.CallOffered event = event(pop, known);
    pops.show(event);
    sink.toAgent(pop.agent(), event);
    if (known.isEmpty()) {
      var _ = lookUp.thenAccept(found -> found.ifPresent(customer -> complete(event, customer)));
    }
  }

  @Override
  public void passedOn(CallId call, AgentNo from, AgentNo to, Optional<String> notes) {
    pops.of(from, call)
        .ifPresent(
            pop -> {
              DeskEvent.CallOffered next =
                  new DeskEvent.CallOffered(
                      now(),
                      call,
                      to,
                      pop.caller(),
                      pop.language(),
                      pop.queue(),
                      pop.queuedAt(),
                      pop.ringTime(),
                      promiseLeft(pop.queue(), pop.queuedAt()),
                      pop.flowPath(),
                      pop.customer(),
                      Optional.of(new DeskEvent.PassedOn(from, notes)));
              pops.show(next);
              sink.toAgent(to, next);
            });
  }

  @Override
  public void offerEnded(CallId call, AgentNo agent, OfferOutcome outcome) {
    pops.close(agent, call);
    sink.toAgent(agent, new DeskEvent.CallEnded(now(), call, agent, outcome, Optional.empty()));
  }

  @Override
  public void answered(CallId call, AgentNo agent) {
    answeredBy.put(call, agent);
    sink.toAgent(agent, new DeskEvent.CallAnswered(now(), call, agent));
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

  private void complete(DeskEvent.CallOffered event, CustomerView customer) {
    DeskEvent.CallOffered full =
        new DeskEvent.CallOffered(
            now(),
            event.call(),
            event.agent(),
            event.caller(),
            event.language(),
            event.queue(),
            event.queuedAt(),
            event.ringTime(),
            promiseLeft(event.queue(), event.queuedAt()),
            event.flowPath(),
            Optional.of(customer),
            event.passedOn());
    if (pops.replace(event, full)) {
      sink.toAgent(event.agent(), full);
    }
  }

  private DeskEvent.CallOffered event(Pop pop, Optional<CustomerView> customer) {
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
        Optional.empty());
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
