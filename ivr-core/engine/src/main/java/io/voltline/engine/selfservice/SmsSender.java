package io.voltline.engine.selfservice;

import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.selfservice.SmsOutbox.Waiting;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the messages of the outbox to the gateway. One that the gateway does not take is tried
 * again and in the end given up, with the reason beside it. An engine that dies between gateway and
 * outbox sends a message twice rather than never.
 */
public final class SmsSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SmsSender.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int AT_ONCE = 50;
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private final SmsOutbox outbox;
  private final SmsGateway gateway;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("sms", EVERY, this::look);

  public SmsSender(SmsOutbox outbox, SmsGateway gateway, InstantSource clock) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.clock = clock;
  }

  /** Begins to send. */
  public void start() {
    log.info("short messages go to the gateway {}", gateway.name());
    looks.start();
  }

  boolean look() {
    try {
      outbox.take(clock.instant(), AT_ONCE).forEach(this::send);
      return true;
    } catch (Unavailable down) {
      log.debug("no short messages sent: {}", down.getMessage());
      return false;
    }
  }

  private void send(Waiting sms) {
    try {
      gateway.send(sms.number(), sms.text());
      outbox.sent(sms, gateway.name(), clock.instant());
    } catch (IOException e) {
      Optional<Duration> pause = PAUSES.stream().skip(sms.tries()).findFirst();
      log.warn(
          "short message {} not sent, {}: {}",
          sms.id(),
          pause.isPresent() ? "tried again in " + pause.get() : "given up",
          e.getMessage());
      outbox.notSent(sms, String.valueOf(e.getMessage()), pause.map(clock.instant()::plus));
    }
  }

  @Override
  public void close() {
    looks.close();
  }
}
