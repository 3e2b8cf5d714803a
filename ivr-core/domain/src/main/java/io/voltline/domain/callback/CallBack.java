package io.voltline.domain.callback;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Check;
import java.time.Instant;
import java.util.Optional;

/**
 * A call owed to somebody who would not wait (预约回拨).
 *
 * @param number who is called
 * @param place in line, that of a caller who waits on since then
 * @param tries begun so far
 * @param notBefore when it may be tried
 * @param joinedBy the call in which the customer calls again and waits in this place; nobody is
 *     called meanwhile
 */
public record CallBack(
    PhoneNumber number,
    PlaceInLine place,
    CallBackStatus status,
    int tries,
    Instant notBefore,
    Optional<CallId> joinedBy) {

  /** Whether it can be tried now. */
  public boolean due(Instant now) {
    return status == CallBackStatus.WAITING && joinedBy.isEmpty() && !now.isBefore(notBefore);
  }

  /** One more try begins. */
  public CallBack begun() {
    Check.that(status == CallBackStatus.WAITING, "one try at a time for " + place.since());
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

  /** The customer called in and is served, in this call; what is over stays as it is. */
  public CallBack calledIn(CallId call) {
    if (!status.open()) {
      return this;
    }
    boolean joined = joinedBy.equals(Optional.of(call));
    return with(joined ? CallBackStatus.JOINED : CallBackStatus.CALLED_IN, tries, notBefore);
  }

  /** The customer calls again and comes to wait; what is over stays as it is. */
  public CallBack joined(CallId call) {
    return status.open() ? joinedBy(Optional.of(call)) : this;
  }

  /** The customer left that call without having been served: the call-back goes on. */
  public CallBack leftAlone() {
    return joinedBy(Optional.empty());
  }

  /**
   * Where its customer waits who calls again: in this place exactly; for another matter in that
   * matter's queue, with the time waited and no less priority.
   */
  public PlaceInLine placeOfRedial(PlaceInLine wanted) {
    return wanted.queue().equals(place.queue())
        ? place
        : wanted.sinceAtLatest(place.since()).atLeast(place.priority());
  }

  CallBack with(CallBackStatus next, int begun, Instant from) {
    return new CallBack(number, place, next, begun, from, joinedBy);
  }

  private CallBack joinedBy(Optional<CallId> call) {
    return new CallBack(number, place, status, tries, notBefore, call);
  }
}
