package io.voltline.domain.recording;

/**
 * One recording: its call's id and, as a call may be recorded in parts, a number.
 *
 * @param value letters, digits, dots and hyphens, at most 64, which makes a safe file name;
 *     anything else is refused with an IllegalArgumentException
 */
public record RecordingId(String value) {
  public RecordingId {
    if (!value.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}")) {
      throw new IllegalArgumentException("not a recording id: '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
