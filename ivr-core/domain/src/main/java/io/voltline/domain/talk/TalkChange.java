package io.voltline.domain.talk;

/** What made a talk another. */
public enum TalkChange {
  HELD,
  RESUMED,
  /** Somebody is rung to be asked, or to be passed the talk. */
  ASKING,
  ANSWERED,
  /** Who was asked did not come to the phone, or is off it again: all is as it was. */
  BACK,
  TRANSFERRED,
  CONFERENCE,
  JOINED,
  LEFT
}
