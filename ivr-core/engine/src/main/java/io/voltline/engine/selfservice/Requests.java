package io.voltline.engine.selfservice;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of what is asked for, so that the same thing asked twice is done once. */
final class Requests {
  private Requests() {}

  /** The same for the same parts. */
  static String id(String... parts) {
    byte[] name = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    return "ivr-" + UUID.nameUUIDFromBytes(name);
  }

  /** Tells nothing of whom it comes from. */
  static String anonymous() {
    return "ivr-" + UUID.randomUUID();
  }
}
