package io.voltline.engine.fax;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.domain.fax.FaxStatus;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.call.LiveCalls;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.fax.FaxSpool.Arrival;
import io.voltline.engine.fax.FaxSpool.Kept;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes documents on work orders of the faxes that came in, also of those that came while no engine
 * ran. A fax leaves the spool only when its pages and its entry are durable, so that whatever stops
 * the work, it can be done again.
 */
public final class FaxReceiver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FaxReceiver.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** What the switch has not written on for so long, and has no call for, it left behind. */
  private static final Duration LEFT = Duration.ofMinutes(1);

  private static final String LEFT_BEHIND = "the switch died before the end";

  private final FaxSpool spool;
  private final FaxIndex index;
  private final FaxOrders orders;
  private final LiveCalls live;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final Set<CallId> blamed = new HashSet<>();
  private final Periodic looks = new Periodic("fax-receiver", EVERY, this::look);

  public FaxReceiver(
      FaxSpool spool,
      FaxIndex index,
      FaxOrders orders,
      LiveCalls live,
      InstantSource clock,
      MeterRegistry metrics) {
    this.spool = spool;
    this.index = index;
    this.orders = orders;
    this.live = live;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  boolean look() throws IOException {
    for (Arrival arrival : spool.arrivals()) {
      if (arrival.ended() || left(arrival)) {
        try {
          receive(arrival);
          blamed.remove(arrival.call());
        } catch (Unavailable down) {
          log.debug("no faxes taken in: {}", down.getMessage());
          return false;
        } catch (IOException | Refused | RuntimeException e) {
          blame(arrival.call(), e);
        }
      }
    }
    return true;
  }

  private boolean left(Arrival arrival) {
    return arrival.changed().isBefore(clock.instant().minus(LEFT))
        && !live.mayBeLive(arrival.call());
  }

  private void receive(Arrival arrival) throws IOException, Refused {
    if (index.find(arrival.call()).isEmpty()) {
      book(arrival, spool.keep(arrival));
    }
    spool.forget(arrival.call());
  }

  private void book(Arrival arrival, Kept kept) throws Refused {
    var status =
        FaxStatus.of(arrival.whole(), arrival.pages(), kept.pages(), kept.file().isPresent());
    var fax =
        new ReceivedFax(
            arrival.call(),
            arrival.caller(),
            arrival.began(),
            status,
            kept.pages(),
            arrival.mode(),
            arrival.station(),
            error(arrival, kept),
            kept.file(),
            Optional.empty());
    Optional<WorkOrderNo> order =
        status == FaxStatus.EMPTY ? Optional.empty() : Optional.of(orders.of(fax));
    index.keep(withOrder(fax, order));
    tell(fax, order);
  }

  private static Optional<String> error(Arrival arrival, Kept kept) {
    Optional<String> switched = arrival.ended() ? arrival.error() : Optional.of(LEFT_BEHIND);
    return kept.fault().or(() -> arrival.whole() ? Optional.empty() : switched);
  }

  private static ReceivedFax withOrder(ReceivedFax fax, Optional<WorkOrderNo> order) {
    return new ReceivedFax(
        fax.id(),
        fax.caller(),
        fax.receivedAt(),
        fax.status(),
        fax.pages(),
        fax.mode(),
        fax.station(),
        fax.error(),
        fax.file(),
        order);
  }

  private void tell(ReceivedFax fax, Optional<WorkOrderNo> booked) {
    String order = booked.map(WorkOrderNo::value).orElse("none");
    if (fax.status() == FaxStatus.COMPLETE) {
      log.info("fax {} taken in: {} pages, work order {}", fax.id(), fax.pages(), order);
    } else {
      log.warn(
          "fax {} is {}: {} pages, work order {}: {}",
          fax.id(),
          fax.status(),
          fax.pages(),
          order,
          fax.error().orElse(""));
    }
    metrics
        .counter("voltline.faxes.received", "outcome", fax.status().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  /** Once: it is tried again at each look. */
  private void blame(CallId fax, Exception why) {
    if (blamed.add(fax)) {
      log.error("fax {} can't be taken in and stays in the spool", fax, why);
    }
  }

  @Override
  public void close() {
    looks.close();
  }
}
