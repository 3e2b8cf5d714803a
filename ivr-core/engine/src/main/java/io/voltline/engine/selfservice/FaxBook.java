package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;

/** Faxes to be sent. Every method may block and throws Unavailable. */
public interface FaxBook {

  /**
   * Keeps a document to be sent to a number, once a call.
   *
   * @return false when there is no such document
   */
  boolean add(CallId call, String document, PhoneNumber number, Instant now);
}
