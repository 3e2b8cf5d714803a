package io.voltline.engine.selfservice;

import io.voltline.domain.workorder.WorkOrder;
import io.voltline.domain.workorder.WorkOrderForm;
import io.voltline.domain.workorder.WorkOrderSource;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.desk.WorkOrders;
import io.voltline.engine.selfservice.Tapes.Message;
import io.voltline.engine.upkeep.Periodic;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes orders of messages whose call could not: the store was down, or the engine was killed. Of
 * whom they are is not known any more, for a message's file tells nothing of its caller.
 */
public final class LostMessages implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LostMessages.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** A call that is still there enters its own message sooner. */
  private static final Duration LEFT = Duration.ofMinutes(1);

  private final LostTapes lost;
  private final Tapes tapes;
  private final WorkOrders orders;
  private final InstantSource clock;
  private final Periodic looks = new Periodic("lost-messages", EVERY, this::look);

  public LostMessages(LostTapes lost, Tapes tapes, WorkOrders orders, InstantSource clock) {
    this.lost = lost;
    this.tapes = tapes;
    this.orders = orders;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  boolean look() throws IOException, Refused {
    try {
      for (String file : lost.left(clock.instant().minus(LEFT))) {
        enter(file);
      }
      return true;
    } catch (Unavailable down) {
      log.debug("no look for lost messages: {}", down.getMessage());
      return false;
    }
  }

  /** An order that the call came to make, before it was stopped, is found again. */
  private void enter(String file) throws Refused {
    WorkOrder order =
        orders.accept(WorkOrderSource.VOICEMAIL, Requests.id("message", file), form());
    log.warn("message {} was left behind: work order {}", file, order.no());
    tapes.keep(new Message(file, order.form().callId(), order.no()));
  }

  private static WorkOrderForm form() {
    return new WorkOrderForm(
        MessageTapeService.USUAL_TYPE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "语音留言，来电信息未能登记，请收听");
  }

  @Override
  public void close() {
    looks.close();
  }
}
