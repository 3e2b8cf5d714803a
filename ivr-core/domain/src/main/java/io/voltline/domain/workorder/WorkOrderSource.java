package io.voltline.domain.workorder;

import java.util.Locale;

/** Where a work order came from. */
public enum WorkOrderSource {
  AGENT,
  /** The caller served himself by the menus. */
  IVR,
  VOICEMAIL,
  FAX,
  /** Made by the system itself, such as the demo data's. */
  SYSTEM;

  /** Who accepted the order, where it was no agent. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
