package io.voltline.engine.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.OfferId;
import io.voltline.domain.routing.AgentStatus;
import io.voltline.domain.routing.Certificate;
import io.voltline.domain.routing.Event;
import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.QueueRequest;
import io.voltline.domain.routing.QueueRule;
import io.voltline.domain.routing.RoutingCore;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.domain.routing.Stamp;
import io.voltline.domain.routing.StateRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door to the one owner of routing: everything that happens goes through its mailbox. */
public final class Dispatcher implements Routing, AgentCommands, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final long ANSWER_SECONDS = 5;

  private volatile RoutingProfile profile;
  private final InstantSource clock;
  private final Mailbox mailbox;
  private final DispatchMetrics metrics;
  private final Published published = new Published();
  private volatile boolean open = true;
  private @Nullable Thread thread;

  /**
   * A dispatcher that takes letters at once and works on them once it is started.
   *
   * @param mailboxCapacity letters, 2 or more
   */
  public Dispatcher(
      RoutingProfile profile, InstantSource clock, int mailboxCapacity, MeterRegistry registry) {
    this.profile = profile;
    this.clock = clock;
    this.mailbox = new Mailbox(mailboxCapacity);
    this.metrics = new DispatchMetrics(registry, mailbox);
  }

  /** Starts the owner. The neighbours are called on its thread and must not block. */
  public synchronized void start(
      Callers callers,
      AgentObserver observer,
      DecisionLog decisions,
      PromiseObserver promises,
      Journal journal) {
    // Offers are numbered from the clock on, so that no later life of the engine uses one again.
    OfferId lastOffer = new OfferId(clock.millis());
    journal.begins(profile, lastOffer);
    RoutingCore core = new RoutingCore(profile, lastOffer);
    Owner owner =
        new Owner(
            core, clock, mailbox, published, callers, observer, decisions, promises, journal,
            metrics);
    thread = Thread.ofPlatform().name("dispatch").start(() -> run(owner));
  }

  /** What routing goes by now. */
  public RoutingProfile profile() {
    return profile;
  }

  /** Routing goes by other rules of queues and limits on agents, for callers who wait too. */
  public void follow(RoutingProfile changed) {
    profile = changed;
    List<QueueRule> queues = List.copyOf(changed.queues().values());
    mailbox.fact(
        s -> new Event.RulesChanged(s, queues, changed.mostWrapUpMillis(), changed.mostResting()));
  }

  /** What the owner last published; to be read from anywhere. */
  public LiveView live() {
    return published;
  }

  /** Whether somebody works on the mailbox. */
  public synchronized boolean running() {
    return thread != null && thread.isAlive();
  }

  /** Works off what is in the mailbox, then stops. */
  @Override
  public synchronized void close() {
    open = false;
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Owner owner) {
    mailbox.ownedByThisThread();
    try {
      while (open || mailbox.size() > 0) {
        owner.step();
      }
    } catch (InterruptedException e) {
      log.warn("interrupted: routing stops");
    }
  }

  @Override
  public void callQueued(CallId call, QueueRequest request) {
    work(s -> new Event.CallQueued(s, call, request), null);
  }

  @Override
  public void placeAsked(CallId call) {
    if (!mailbox.question(s -> new Event.PlaceAsked(s, call))) {
      metrics.unasked();
    }
  }

  @Override
  public void callGone(CallId call) {
    mailbox.fact(s -> new Event.CallGone(s, call));
  }

  @Override
  public void callMoved(CallId call, QueueRequest request) {
    mailbox.fact(s -> new Event.CallMoved(s, call, request));
  }

  @Override
  public void callTaken(CallId call) {
    mailbox.fact(s -> new Event.CallTaken(s, call));
  }

  @Override
  public void callReturned(CallId call) {
    mailbox.fact(s -> new Event.CallReturned(s, call));
  }

  @Override
  public void offerRinging(OfferId offer) {
    mailbox.fact(s -> new Event.OfferRinging(s, offer));
  }

  @Override
  public void offerAnswered(OfferId offer) {
    mailbox.fact(s -> new Event.OfferAnswered(s, offer));
  }

  @Override
  public void talkBegan(OfferId offer) {
    mailbox.fact(s -> new Event.TalkBegan(s, offer));
  }

  @Override
  public void offerEnded(OfferId offer, OfferOutcome outcome) {
    mailbox.fact(s -> new Event.OfferEnded(s, offer, outcome));
  }

  @Override
  public void talkEnded(OfferId offer) {
    mailbox.fact(s -> new Event.TalkEnded(s, offer));
  }

  @Override
  public void talkHeld(AgentNo agent, boolean held) {
    mailbox.fact(s -> new Event.TalkHeld(s, agent, held));
  }

  @Override
  public void phoneReachable(AgentNo agent, boolean reachable) {
    mailbox.fact(s -> new Event.PhoneReachable(s, agent, reachable));
  }

  @Override
  public void phoneInUse(AgentNo agent, CallId call, boolean talking) {
    mailbox.fact(s -> new Event.PhoneInUse(s, agent, call, talking));
  }

  @Override
  public void phoneFree(AgentNo agent) {
    mailbox.fact(s -> new Event.PhoneFree(s, agent));
  }

  @Override
  public AgentView signIn(AgentNo agent, List<Certificate> certificates) {
    return askGranted(s -> new Event.AgentSignedIn(s, agent, certificates));
  }

  @Override
  public AgentView restore(AgentView last, List<Certificate> certificates) {
    AgentStatus status = Published.status(last);
    return askGranted(s -> new Event.AgentRestored(s, certificates, status));
  }

  @Override
  public void agentsKnown() {
    mailbox.fact(Event.AgentsKnown::new);
  }

  @Override
  public void signOut(AgentNo agent) throws RequestRefused {
    ask(s -> new Event.SignOutAsked(s, agent));
  }

  @Override
  public AgentView claim(AgentNo agent, CallId call, boolean own) throws RequestRefused {
    return ask(s -> new Event.PhoneClaimed(s, agent, call, own));
  }

  @Override
  public AgentView request(AgentNo agent, StateRequest state) throws RequestRefused {
    return ask(s -> new Event.StateAsked(s, agent, state));
  }

  @Override
  public AgentView grant(AgentNo agent, StateRequest state) throws RequestRefused {
    return ask(s -> new Event.StateGranted(s, agent, state));
  }

  private AgentView askGranted(Function<Stamp, Event> event) {
    try {
      return ask(event);
    } catch (RequestRefused e) {
      throw new IllegalStateException("this is never refused", e);
    }
  }

  private AgentView ask(Function<Stamp, Event> event) throws RequestRefused {
    CompletableFuture<AgentStatus> reply = new CompletableFuture<>();
    work(event, reply);
    try {
      return Published.view(reply.get(ANSWER_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RequestRefused refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new Overloaded("the dispatcher does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Overloaded("interrupted while waiting for the dispatcher");
    }
  }

  private void work(Function<Stamp, Event> event, @Nullable CompletableFuture<AgentStatus> reply) {
    try {
      mailbox.work(new Mailbox.Letter(event, reply));
    } catch (Overloaded e) {
      metrics.refused();
      throw e;
    }
  }
}
