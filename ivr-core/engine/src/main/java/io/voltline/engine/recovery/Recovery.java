package io.voltline.engine.recovery;

import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.upkeep.Periodic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows every dissatisfied caller up, however the rating came and whatever stopped the engine in
 * between: it looks for ratings that nothing followed, so that none is forgotten.
 */
public final class Recovery implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Recovery.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int AT_ONCE = 100;
  private static final String TYPE = "opinion.dissatisfied";

  private final RecoveryBook book;
  private final WorkOrders orders;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("recovery", EVERY, this::look);

  public Recovery(RecoveryBook book, WorkOrders orders, InstantSource clock) {
    this.book = book;
    this.orders = orders;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  boolean look() throws Refused {
    try {
      for (Dissatisfied caller : book.unfollowed(AT_ONCE)) {
        follow(caller);
      }
      return true;
    } catch (Unavailable down) {
      log.debug("nobody followed up: {}", down.getMessage());
      return false;
    }
  }

  private void follow(Dissatisfied caller) throws Refused {
    // Asked for again after a stop in between, it is the same order.
    WorkOrder order =
        orders.accept(WorkOrderSource.SYSTEM, "recovery-" + caller.call(), form(caller));
    book.follow(caller.call(), order.no(), clock.instant());
    log.info("call {} left its caller dissatisfied: work order {}", caller.call(), order.no());
  }

  private static WorkOrderForm form(Dissatisfied caller) {
    return new WorkOrderForm(
        TYPE,
        caller.account(),
        Optional.of(caller.call()),
        Optional.empty(),
        caller.number(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        caller.agent().map("客户对座席%s的服务评价为不满意，请致歉、纠正并回访。"::formatted).orElse("客户评价为不满意，请致歉、纠正并回访。"));
  }

  @Override
  public void close() {
    looks.close();
  }
}
