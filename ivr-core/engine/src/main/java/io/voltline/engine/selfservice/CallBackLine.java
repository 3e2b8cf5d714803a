package io.voltline.engine.selfservice;

import io.voltline.domain.callback.CallBack;
import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.call.CallBacks;
import io.voltline.engine.call.CallerDirectory;
import io.voltline.engine.call.StandIn;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.selfservice.CallBackBook.Joined;
import io.voltline.engine.selfservice.CallBackBook.Owed;
import io.voltline.engine.selfservice.CallBackBook.TryEnd;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts lines in the queue for those who are owed a call, each where its customer would stand by
 * waiting on, and keeps what comes of them.
 */
public final class CallBackLine implements CallBacks, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CallBackLine.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** A line that was asked for stands within this, or never. */
  private static final Duration OPENS_WITHIN = Duration.ofSeconds(30);

  private static final int MOST_AT_ONCE = 50;

  private final CallBackBook book;
  private final CallBackRule rule;
  private final StandInLines lines;
  private final CallerDirectory directory;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("call-backs", EVERY, this::look);

  /** Ends that could not be kept yet. */
  private final Map<Long, End> unkept = new ConcurrentHashMap<>();

  /** Begins once it is started. */
  public CallBackLine(
      CallBackBook book,
      CallBackRule rule,
      StandInLines lines,
      CallerDirectory directory,
      InstantSource clock) {
    this.book = book;
    this.rule = rule;
    this.lines = lines;
    this.directory = directory;
    this.clock = clock;
  }

  public void start() {
    looks.start();
  }

  @Override
  public void close() {
    looks.close();
  }

  @Override
  public void ended(long callBack, End end) {
    unkept.put(callBack, end);
    keepEnds();
  }

  @Override
  public boolean owed(String number) {
    try {
      return PhoneNumber.parse(number).filter(book::owes).isPresent();
    } catch (Unavailable e) {
      log.debug("whether {} is owed a call is not known: {}", number, e.getMessage());
      return false;
    }
  }

  @Override
  public Optional<PlaceInLine> join(CallId call, String number, PlaceInLine wanted) {
    try {
      Optional<Owed> owed =
          PhoneNumber.parse(number).flatMap(it -> book.join(it, call, clock.instant()));
      owed.ifPresent(
          joined -> {
            log.info("{} joins call-back {}", call, joined.id());
            lines.giveWay(joined.id());
          });
      return owed.map(joined -> joined.callBack().placeOfRedial(wanted));
    } catch (Unavailable e) {
      log.warn("{} waits in a place of its own: {}", call, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void left(CallId call) {
    try {
      book.left(call);
    } catch (Unavailable e) {
      log.debug("that {} left is found later: {}", call, e.getMessage());
    }
  }

  @Override
  public void served(CallId call, String number) {
    try {
      PhoneNumber.parse(number)
          .flatMap(caller -> book.calledIn(caller, call, clock.instant()))
          .ifPresent(
              owed -> {
                log.info("call-back {}: {}", owed.id(), owed.callBack().calledIn(call).status());
                lines.close(owed.id());
              });
    } catch (Unavailable e) {
      log.warn("{} was served and may be called back all the same: {}", number, e.getMessage());
    }
  }

  /** One look; false when the store or the switch is away. */
  boolean look() {
    if (!keepEnds() || !lines.known()) {
      return false;
    }
    try {
      Instant now = clock.instant();
      book.joined().forEach(this::lookAfter);
      if (rule.allowed(now)) {
        book.trying(now.minus(OPENS_WITHIN)).stream()
            .filter(owed -> !lines.stands(owed.id()))
            .forEach(owed -> keep(owed, End.NOT_TRIED));
        book.begin(now, MOST_AT_ONCE).forEach(this::standIn);
      } else {
        book.trying(now).forEach(owed -> putOff(owed));
      }
      return true;
    } catch (Unavailable e) {
      log.debug("call-backs are not known: {}", e.getMessage());
      return false;
    }
  }

  private void standIn(Owed owed) {
    CallBack callBack = owed.callBack();
    lines.open(
        new StandIn(
            owed.id(),
            callBack.number(),
            callBack.place(),
            rule.allowedUntil(clock.instant()),
            owed.wish().language(),
            book.path(owed.wish().call()),
            directory.known(callBack.number().value())));
  }

  /**
   * Whoever waits on the phone has no line beside it, also when it came up late; and what an engine
   * that died did not tell is made up for.
   */
  private void lookAfter(Joined joined) {
    CallId call = joined.owed().callBack().joinedBy().orElseThrow();
    if (!joined.over()) {
      lines.giveWay(joined.owed().id());
    } else if (joined.served()) {
      book.calledIn(joined.owed().wish().number(), call, clock.instant());
    } else {
      book.left(call);
    }
  }

  /** Nobody is called at this hour: the line goes, the place stays. */
  private void putOff(Owed owed) {
    if (lines.stands(owed.id())) {
      lines.close(owed.id());
    } else {
      keep(owed, End.NOT_TRIED);
    }
  }

  private synchronized boolean keepEnds() {
    try {
      unkept.forEach(
          (id, end) -> {
            book.find(id).ifPresent(owed -> keep(owed, end));
            unkept.remove(id);
          });
      return true;
    } catch (Unavailable e) {
      log.warn("the ends of {} call-backs are kept later: {}", unkept.size(), e.getMessage());
      return false;
    }
  }

  private void keep(Owed owed, End end) {
    Instant now = clock.instant();
    switch (end) {
      case REACHED -> book.ended(owed, CallBack::reached, TryEnd.REACHED, now);
      case MISSED -> book.ended(owed, it -> rule.missed(it, now), TryEnd.MISSED, now);
      case NOT_TRIED ->
          book.ended(owed, it -> it.notTried(rule.allowedFrom(now)), TryEnd.LOST, now);
    }
    log.info("call-back {}: {} at try {}", owed.id(), end, owed.callBack().tries());
  }
}
