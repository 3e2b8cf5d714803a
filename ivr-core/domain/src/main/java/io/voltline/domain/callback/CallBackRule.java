package io.voltline.domain.callback;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.OpeningHours;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.customer.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When customers are called back and how often.
 *
 * @param pauses between one try and the next; there is one try more than pauses
 * @param hours of the day in which customers may be called; night hours (21:00 to 08:00) are
 *     refused with an IllegalArgumentException
 */
public record CallBackRule(List<Duration> pauses, Span hours, ZoneId zone) {
  private static final LocalTime EARLIEST = LocalTime.of(8, 0);
  private static final LocalTime LATEST = LocalTime.of(21, 0);

  /** What becomes of a customer's wish. */
  public sealed interface Asked {
    record Accepted(CallBack callBack) implements Asked {}

    /** There was an open one, which now stands for this wish, too. */
    record Joined(CallBack callBack) implements Asked {}

    /** Nobody is called at this hour. */
    record ClosedHours() implements Asked {}
  }

  public CallBackRule {
    pauses = List.copyOf(pauses);
    if (hours.from().isBefore(EARLIEST)
        || hours.until().isAfter(LATEST)
        || hours.until().equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException(
          "call-backs from %s until %s reach into the night"
              .formatted(hours.from(), hours.until()));
    }
  }

  /** The hours in which customers may be called, the same on every day. */
  public OpeningHours openingHours() {
    return new OpeningHours(
        Arrays.stream(DayKind.values())
            .collect(Collectors.toMap(Function.identity(), _ -> List.of(hours))));
  }

  /** Tries before it is given up. */
  public int mostTries() {
    return pauses.size() + 1;
  }

  /**
   * A customer wishes to be called.
   *
   * @param place where the customer waits in this call
   * @param open the call-back this number is owed already
   */
  public Asked asked(PhoneNumber number, PlaceInLine place, Optional<CallBack> open, Instant now) {
    if (open.isPresent()) {
      return new Asked.Joined(joined(open.get(), place, now));
    }
    if (!allowed(now)) {
      return new Asked.ClosedHours();
    }
    return new Asked.Accepted(
        new CallBack(number, place, CallBackStatus.WAITING, 0, now, Optional.empty()));
  }

  /** The earlier place is kept; and who calls now can be reached as soon as that call is over. */
  private CallBack joined(CallBack open, PlaceInLine place, Instant now) {
    Instant next = allowedFrom(now);
    return new CallBack(
        open.number(),
        open.place().sinceAtLatest(place.since()),
        open.status(),
        open.tries(),
        next.isBefore(open.notBefore()) ? next : open.notBefore(),
        Optional.empty());
  }

  /**
   * A try found nobody: it waits for the next one, in its old place, or is given up. A customer who
   * was on the line to us meanwhile was not missed.
   */
  public CallBack missed(CallBack callBack, Instant now) {
    if (callBack.joinedBy().isPresent()) {
      return callBack.notTried(allowedFrom(now));
    }
    if (callBack.tries() >= mostTries()) {
      return callBack.with(CallBackStatus.GIVEN_UP, callBack.tries(), callBack.notBefore());
    }
    Duration pause = pauses.get(Math.max(0, callBack.tries() - 1));
    return callBack.with(CallBackStatus.WAITING, callBack.tries(), allowedFrom(now.plus(pause)));
  }

  /** Whether customers may be called at this moment. */
  public boolean allowed(Instant moment) {
    return hours.contains(moment.atZone(zone).toLocalTime());
  }

  /** The end of the hours in which the moment, at which customers may be called, lies. */
  public Instant allowedUntil(Instant moment) {
    return moment.atZone(zone).toLocalDate().atTime(hours.until()).atZone(zone).toInstant();
  }

  /**
   * The moment itself when customers may be called then, otherwise the next one at which they may.
   */
  public Instant allowedFrom(Instant moment) {
    if (allowed(moment)) {
      return moment;
    }
    ZonedDateTime local = moment.atZone(zone);
    boolean tomorrow = !local.toLocalTime().isBefore(hours.until());
    return local
        .toLocalDate()
        .plusDays(tomorrow ? 1 : 0)
        .atTime(hours.from())
        .atZone(zone)
        .toInstant();
  }
}
