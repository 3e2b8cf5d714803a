package io.voltline.domain.callback;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.Check;
import io.voltline.domain.kernel.QueueId;
import java.time.Instant;

/**
 * A call owed to somebody who would not wait (预约回拨).
 *
 * @param number who is called
 * @param queuedAt since when the customer waits; the place in line is that of a caller who waits on
 *     since then
 * @param tries begun so far
 * @param notBefore when it may be tried
 */
public record CallBack(
    PhoneNumber number,
    QueueId queue,
    Instant queuedAt,
    CallBackStatus status,
    int tries,
    Instant notBefore) {

  /** Whether it can be tried now. */
  public boolean due(Instant now) {
    return status == CallBackStatus.WAITING && !now.isBefore(notBefore);
  }

  /** One more try begins. */
  public CallBack begun() {
    Check.that(status == CallBackStatus.WAITING, "one try at a time for " + queuedAt);
    return with(CallBackStatus.TRYING, tries + 1, notBefore);
  }

  /** Customer and agent talk. */
  public CallBack reached() {
    Check.that(status == CallBackStatus.TRYING, "reached by a try");
    return with(CallBackStatus.REACHED, tries, notBefore);
  }

  /** Nobody was there to call: the try counts for nothing and the place is kept. */
  public CallBack notTried(Instant from) {
    return status == CallBackStatus.TRYING ? with(CallBackStatus.WAITING, tries - 1, from) : this;
  }

  /** The customer called in and is served; what is over stays as it is. */
  public CallBack calledIn() {
    return status.open() ? with(CallBackStatus.CALLED_IN, tries, notBefore) : this;
  }

  CallBack with(CallBackStatus next, int begun, Instant from) {
    return new CallBack(number, queue, queuedAt, next, begun, from);
  }
}
