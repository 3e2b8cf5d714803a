package io.voltline.domain.recording;

import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One recording: the id of its call and the moment it began, so that a file alone tells both. A
 * message's tells the moment only, for whoever left it may wish to stay unknown.
 *
 * @param value the call's id, or {@code message-} and a word, a hyphen and milliseconds since the
 *     epoch, at most 64 characters, which makes a safe file name; anything else is refused with an
 *     IllegalArgumentException
 */
public record RecordingId(String value) {
  private static final String MESSAGE = "message-";
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

  /**
   * The id of a message.
   *
   * @param word letters and digits that no other message has and that tell nothing
   */
  public static RecordingId ofMessage(String word, Instant startedAt) {
    return new RecordingId(MESSAGE + word + "-" + startedAt.toEpochMilli());
  }

  /** What it is a recording of. */
  public RecordingKind kind() {
    return value.startsWith(MESSAGE) ? RecordingKind.VOICEMAIL : RecordingKind.TALK;
  }

  /** Empty for any other text. */
  public static Optional<RecordingId> parse(String text) {
    return text.length() <= 64 && FORM.matcher(text).matches()
        ? Optional.of(new RecordingId(text))
        : Optional.empty();
  }

  /** The call of a talk's recording; of a message it is nobody's. */
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
