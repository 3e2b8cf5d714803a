package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.survey.Rating;
import io.voltline.domain.survey.RatingVia;
import java.time.Instant;
import java.util.Optional;

/** How callers found their talks, and who was asked by message. */
public interface SurveyBook {

  /** A caller who is asked by message how the talk was. */
  record Asked(
      CallId call,
      PhoneNumber number,
      AgentNo agent,
      Language language,
      Instant at,
      Instant until) {}

  /** How often a number may be asked. */
  record Limit(int most, Instant since) {}

  /** What a reply was taken for. */
  enum Reply {
    /** A rating, which is kept. */
    RATED,
    /** No rating, though one was asked for. */
    UNCLEAR,
    /** Nobody asked for it any more. */
    LATE,
    /** Nobody had ever asked this number. */
    UNASKED
  }

  /**
   * A short message that came in.
   *
   * @param from as the gateway gave it
   * @param call whose survey it was taken for
   */
  record CameIn(String from, String text, Instant at, Reply taken, Optional<CallId> call) {}

  /**
   * Keeps a rating of the call and of who answered it; the last one of a call counts. Returns at
   * once.
   */
  void rate(CallId call, Rating rating, RatingVia via, Instant at);

  /**
   * Sends the question, unless the call is rated or was asked, or its number was asked as often as
   * it may be. Returns at once.
   */
  void ask(Asked asked, SmsOutbox.Sms question, Limit limit);

  /** The last that was asked of this number. May block and throws Unavailable. */
  Optional<Asked> lastAsked(PhoneNumber number);

  /** Keeps what came in. Returns at once. */
  void cameIn(CameIn message);
}
