package io.voltline.domain.simulation;

import io.voltline.domain.routing.OfferOutcome;
import io.voltline.domain.routing.Timer;

/** What the agenda holds. */
sealed interface Happening {

  /**
   * Somebody calls.
   *
   * @param attempt 1 for the first
   */
  record Comes(Caller caller, int attempt) implements Happening {}

  record GivesUp(Visit visit) implements Happening {}

  record Answers(Ring ring) implements Happening {}

  record TalkBegins(Ring ring) implements Happening {}

  record TalkEnds(Ring ring) implements Happening {}

  record RingEnds(Ring ring, OfferOutcome outcome) implements Happening {}

  record TimerDue(Timer timer) implements Happening {}

  record ShiftBegins(Worker agent) implements Happening {}

  record ShiftEnds(Worker agent) implements Happening {}

  /** An agent who was not idle says so again. */
  record Ready(Seat seat, long generation) implements Happening {}

  /** An agent whose shift is over is off the phone at last. */
  record GoesHome(Seat seat) implements Happening {}
}
