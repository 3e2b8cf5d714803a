package io.voltline.domain.workorder;

/** How fast a work order must be handled (一般, 重要, 紧急). */
public enum Urgency {
  NORMAL,
  IMPORTANT,
  URGENT
}
