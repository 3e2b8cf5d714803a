package io.voltline.engine.asterisk;

import io.voltline.engine.call.RingResult;

/** What Asterisk's DIALSTATUS and HANGUPCAUSE mean for a ring that led to no talk. */
final class DialResults {

  /** ITU-T Q.850 cause 21, which a phone's 603 Decline becomes. */
  private static final String CALL_REJECTED = "21";

  private DialResults() {}

  static RingResult of(String status, String cause) {
    return switch (status) {
      case "NOANSWER", "CANCEL" -> RingResult.NOT_ANSWERED;
      // ANSWER: the agent took the call and hung up before the two were joined.
      case "BUSY", "ANSWER" -> RingResult.REJECTED;
      default -> cause.equals(CALL_REJECTED) ? RingResult.REJECTED : RingResult.UNREACHABLE;
    };
  }
}
