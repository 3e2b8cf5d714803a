package io.voltline.engine.desk;

import java.util.Locale;

/** The kind of phone an agent has. */
public enum PhoneKind {
  WEBRTC,
  SIP;

  /** The name in the API and the accounts file. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
