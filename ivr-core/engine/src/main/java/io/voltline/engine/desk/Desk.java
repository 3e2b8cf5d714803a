package io.voltline.engine.desk;

import io.voltline.domain.kernel.QueueId;
import io.voltline.engine.call.CallObserver;
import io.voltline.engine.dispatch.AgentCommands;
import io.voltline.engine.dispatch.AgentObserver;
import io.voltline.engine.dispatch.LiveView;
import io.voltline.engine.dispatch.PromiseObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Sign-in, states and screen-pops, put together. */
public final class Desk implements AutoCloseable {

  /** Whom the desk works with. */
  public record Neighbours(
      Accounts accounts,
      CustomerViews customers,
      Sessions sessions,
      Presences presences,
      AgentCommands routing,
      LiveView live,
      QueueDays days,
      BusyReasons reasons,
      EventSink sink) {}

  /**
   * The figures the desk goes by.
   *
   * @param session how long a session lives without being used
   * @param attempts wrong passwords within the window before one has to wait
   * @param promise of a queue, from queued to answered
   * @param zone whose midnight the day's figures begin at
   */
  public record Figures(
      Duration session,
      int attempts,
      Duration attemptsWindow,
      Function<QueueId, Duration> promise,
      ZoneId zone) {}

  private final PresenceBook presences;
  private final Announcer announcer;
  private final AgentStates states;
  private final SignInDesk signIn;
  private final Upkeep upkeep;
  private final Wall wall;

  public Desk(Neighbours with, Figures figures, InstantSource clock) {
    AccountBook accounts = new AccountBook(with.accounts());
    SessionBook sessions = new SessionBook(with.sessions(), figures.session(), clock);
    Pops pops = new Pops();
    Executor aside = task -> Thread.ofVirtual().name("screen-pop").start(task);
    this.presences = new PresenceBook(with.presences());
    this.announcer =
        new Announcer(
            with.sink(),
            with.customers(),
            accounts,
            presences,
            pops,
            figures.promise(),
            clock,
            aside);
    this.states =
        new AgentStates(accounts, with.routing(), with.live(), with.reasons(), clock.instant());
    this.signIn =
        new SignInDesk(
            accounts,
            sessions,
            new SignInAttempts(figures.attempts(), figures.attemptsWindow(), clock),
            states,
            pops,
            with.sink(),
            clock);
    this.wall =
        new Wall(
            states,
            with.live(),
            with.days(),
            announcer::caller,
            with.sink(),
            clock,
            figures.zone());
    Restoration restoration = new Restoration(accounts, sessions, presences, with.routing());
    this.upkeep =
        new Upkeep(restoration, accounts, sessions, states, with.live(), with.sink(), clock);
  }

  /** Begins to share presence, and signs in again who was signed in before the engine's start. */
  public void start() {
    presences.start();
    upkeep.start();
    wall.start();
  }

  public SignIn signIn() {
    return signIn;
  }

  public AgentDesk agents() {
    return states;
  }

  /** To be told that accounts were changed. May block; throws {@link Unavailable}. */
  public void accountsChanged() {
    upkeep.renew();
  }

  /** What supervisors watch. */
  public WallDesk wall() {
    return wall;
  }

  /** To be told of every call. */
  public CallObserver calls() {
    return announcer;
  }

  /** To be told of every call that one desk passes on to another. */
  public PassingOn passingOn() {
    return announcer;
  }

  /** To be told of every agent. */
  public AgentObserver agentChanges() {
    return announcer;
  }

  /** To be told of every broken promise. */
  public PromiseObserver promises() {
    return announcer;
  }

  @Override
  public void close() {
    wall.close();
    upkeep.close();
    presences.close();
  }
}
