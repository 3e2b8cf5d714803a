package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Short messages on their way. Every method may block and throws Unavailable. */
public interface SmsOutbox {

  /** A message as it is to be read. */
  record Sms(CallId call, PhoneNumber number, String template, String text) {}

  /**
   * A message that waits to be sent.
   *
   * @param tries so far
   */
  record Waiting(long id, PhoneNumber number, String text, int tries) {}

  /** Keeps a message to be sent; the same one in the same call is kept once. */
  void add(Sms sms, Instant now);

  /**
   * Messages whose time has come, oldest first; no other engine is given them. Those it is not told
   * about afterwards are due again a while later.
   */
  List<Waiting> take(Instant now, int most);

  /** The gateway took it. */
  void sent(Waiting sms, String gateway, Instant now);

  /**
   * The gateway did not take it.
   *
   * @param again when it is tried again; empty when it is given up
   */
  void notSent(Waiting sms, String why, Optional<Instant> again);
}
