package io.voltline.engine.form;

import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How soon after their calls agents sent orders (3 minutes on average are promised).
 *
 * @param sent orders that agents sent for a call
 * @param late of them, by the limit that held then
 * @param average from the end of the call on; empty without an order
 * @param latest the late ones, the newest first, a bounded number
 */
public record FilingDay(int sent, int late, Optional<Duration> average, List<LateOrder> latest) {

  /**
   * One that came late.
   *
   * @param by the agent
   * @param after the end of its call
   */
  public record LateOrder(
      WorkOrderNo no, String type, String by, CallId call, Instant at, Duration after) {}
}
