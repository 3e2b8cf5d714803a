package io.voltline.domain.recording;

import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recording: the id of its call and the moment it began, so that a file alone tells both.
 *
 * @param value the call's id, a hyphen and milliseconds since the epoch, at most 64 characters,
 *     which makes a safe file name; anything else is refused with an IllegalArgumentException
 */
public record RecordingId(String value) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]*)-([0-9]{1,14})");

  public RecordingId {
    if (value.length() > 64 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a recording id: '" + value + "'");
    }
  }

  public static RecordingId of(CallId call, Instant startedAt) {
    return new RecordingId(call + "-" + startedAt.toEpochMilli());
  }

  /** Empty for any other text. */
  public static Optional<RecordingId> parse(String text) {
    return text.length() <= 64 && FORM.matcher(text).matches()
        ? Optional.of(new RecordingId(text))
        : Optional.empty();
  }

  public CallId callId() {
    return new CallId(parts().group(1));
  }

  public Instant startedAt() {
    return Instant.ofEpochMilli(Long.parseLong(parts().group(2)));
  }

  private Matcher parts() {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      throw new IllegalStateException(value);
    }
    return parts;
  }

  @Override
  public String toString() {
    return value;
  }
}
