package io.voltline.engine.asterisk;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxTry;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.CallService;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.call.StandIn;
import io.voltline.engine.call.Switch;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.dispatch.Routing;
import io.voltline.engine.fax.FaxLine;
import io.voltline.engine.notice.RecordingPhone;
import io.voltline.engine.selfservice.StandInLines;
import io.voltline.engine.talk.TalkFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.ModuleLoadAction;
import org.asteriskjava.manager.action.PJSipShowContactsAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to AMI. asterisk-java can lose the very event that tells it of a lost connection, so the
 * link asks for itself whether it lives, and begins anew with a connection of its own. After each
 * new connection it asks for all phones and channels, compares and repairs.
 */
public final class ManagerLink
    implements Switch, LiveCalls, StandInLines, FaxLine, RecordingPhone, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ManagerLink.class);

  /** A key no keypad has, on which the dialplan leaves the static queue for an engine. */
  private static final String CALL_BACK = "D";

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private final ManagerSettings settings;
  private final Rings rings;
  private final Phones phones;
  private final StaticQueue staticQueue;
  private final StandIns standIns = new StandIns();
  private final TalkFacts talks;
  private final Channels channels;
  private final Semaphore wake = new Semaphore(0);
  private volatile @Nullable ManagerConnection connection;
  private volatile boolean closed;
  private @Nullable Thread thread;

  public ManagerLink(
      ManagerSettings settings,
      Rings rings,
      Routing routing,
      CallService calls,
      DeskLines desks,
      TalkFacts talks) {
    this.settings = settings;
    this.rings = rings;
    this.phones = new Phones(routing);
    this.staticQueue = new StaticQueue(this::callBack, calls::hasRoom);
    this.channels =
        new Channels(
            calls,
            rings,
            new PhonesInUse(routing),
            staticQueue,
            standIns,
            desks.legs(),
            talks::found);
    this.talks = talks;
    desks.by(this::ask);
  }

  /** Connects, and connects again whenever the line is lost, until closed. */
  public synchronized void start() {
    thread = Thread.ofPlatform().name("ami-link").start(this::keepUp);
  }

  /**
   * Whether callers who wait in the switch's own queue are called back, which they are to be while
   * this engine takes calls.
   */
  public void callsBack(boolean now) {
    staticQueue.open(now);
  }

  /** Whether the switch is heard. */
  public boolean up() {
    return connection != null;
  }

  @Override
  public boolean stopRinging(CallId call, AgentNo agent) {
    // Until all channels are known after a gap, the ring may be a talk that began unheard.
    return known() && rings.stop(call, agent, this::hangUp);
  }

  @Override
  public void cutAnnouncement(CallId call) {
    var cut = new PlayDtmfAction(call.value(), AgiCaller.CUT);
    cut.setReceive(true);
    send(cut);
  }

  @Override
  public void send(FaxTry tried, PhoneNumber number, Path document) {
    sendLater(FaxCalls.send(tried, number, document));
  }

  @Override
  public void record(AgentNo phone, Take take, String file, Duration longest) {
    sendLater(NoticeCalls.ring(phone, take, file, longest));
  }

  /** Has the switch read its phones anew; calls and registrations stay. */
  public void readPhones() {
    var reload = new ModuleLoadAction("res_pjsip.so", ModuleLoadAction.LOAD_TYPE_RELOAD);
    if (ask(reload) instanceof ManagerError) {
      throw new Unavailable("the switch");
    }
  }

  @Override
  public boolean known() {
    return up() && channels.known();
  }

  @Override
  public boolean mayBeLive(CallId call) {
    return !up() || channels.mayBeLive(call);
  }

  @Override
  public synchronized void close() {
    closed = true;
    wake.release();
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepUp() {
    Duration pause = FIRST_PAUSE;
    boolean told = false;
    try {
      while (!closed) {
        var fresh =
            new DefaultManagerConnection(
                settings.host(), settings.port(), settings.user(), settings.secret().reveal());
        try {
          connect(fresh);
          log.info("AMI is up at {}:{}", settings.host(), settings.port());
          pause = FIRST_PAUSE;
          told = false;
          probe(fresh);
        } catch (IOException
            | TimeoutException
            | AuthenticationFailedException
            | IllegalStateException e) {
          if (!told) {
            log.warn("no AMI at {}:{}: {}", settings.host(), settings.port(), e.getMessage());
            told = true;
          }
        } finally {
          connection = null;
          discard(fresh);
        }
        wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = longer(pause);
      }
    } catch (InterruptedException e) {
      log.warn("interrupted: AMI stays down");
    }
  }

  private void connect(DefaultManagerConnection fresh)
      throws IOException, TimeoutException, AuthenticationFailedException {
    fresh.setDefaultResponseTimeout(settings.probeLimit().toMillis());
    fresh.setSocketTimeout(Math.toIntExact(settings.probeLimit().toMillis()));
    fresh.addEventListener(
        new ManagerEvents(rings, phones, channels, talks, this::hangUp, wake::release));
    phones.listBegins();
    channels.listBegins();
    fresh.login();
    connection = fresh;
    // In this order: nobody is offered a call before it is known that the phone is in use.
    fresh.sendAction(new CoreShowChannelsAction(), settings.probeLimit().toMillis());
    if (fresh.sendAction(new PJSipShowContactsAction(), settings.probeLimit().toMillis())
        instanceof ManagerError) {
      // So the switch says that there is none.
      phones.listEnds();
    }
  }

  /** Returns when closed; throws when the line is lost. */
  private void probe(ManagerConnection live)
      throws IOException, TimeoutException, InterruptedException {
    wake.drainPermits();
    while (!closed) {
      live.sendAction(new PingAction(), settings.probeLimit().toMillis());
      wake.tryAcquire(settings.probeEvery().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
  }

  private void discard(ManagerConnection old) {
    try {
      // Also ends asterisk-java's own attempts to reconnect.
      old.logoff();
    } catch (IllegalStateException e) {
      log.debug("nothing to log off from: {}", e.getMessage());
    }
  }

  @Override
  public boolean stands(long callBack) {
    return standIns.stands(callBack);
  }

  @Override
  public void open(StandIn standIn) {
    sendLater(StandIns.open(standIn));
  }

  @Override
  public void giveWay(long callBack) {
    standIns.notTalking(callBack, rings).ifPresent(this::hangUp);
  }

  @Override
  public void close(long callBack) {
    standIns.idle(callBack, rings).ifPresent(this::hangUp);
  }

  private void hangUp(String channel) {
    sendLater(new HangupAction(channel));
  }

  private void callBack(String channel) {
    log.info("{} is called back from the static queue", channel);
    var press = new PlayDtmfAction(channel, CALL_BACK);
    press.setReceive(true);
    sendLater(press);
  }

  /** Whoever calls does not wait for the switch. */
  private void sendLater(ManagerAction action) {
    Thread.ofVirtual().name("ami-action").start(() -> send(action));
  }

  /** Waits for the switch's word. */
  private ManagerResponse ask(ManagerAction action) {
    ManagerConnection live = connection;
    if (live == null) {
      throw new Unavailable("the switch");
    }
    try {
      return live.sendAction(action, settings.probeLimit().toMillis());
    } catch (IOException | TimeoutException | IllegalStateException e) {
      throw new Unavailable("the switch", e);
    }
  }

  private void send(ManagerAction action) {
    ManagerConnection live = connection;
    try {
      if (live != null) {
        live.sendAction(action, settings.probeLimit().toMillis());
      }
    } catch (IOException | TimeoutException | IllegalStateException e) {
      log.warn("{} was not carried out: {}", action.getAction(), e.getMessage());
    }
  }
}
