package io.voltline.engine.selfservice;

import io.voltline.domain.customer.PhoneNumber;
import java.io.IOException;

/** Sends short messages. */
public interface SmsGateway {

  /** Told with every message it took, so that nobody believes more than is true. */
  String name();

  /**
   * Hands a message over. May block.
   *
   * @throws IOException when it was not taken; it may be tried again
   */
  void send(PhoneNumber number, String text) throws IOException;
}
