package io.voltline.domain.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which announcement.
 *
 * @param value 1 to 32 letters, figures, hyphens and underscores; anything else is refused with an
 *     IllegalArgumentException
 */
public record NoticeId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  public NoticeId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no id of a notice: '" + value + "'");
    }
  }

  /** Empty when the text is no id. */
  public static Optional<NoticeId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new NoticeId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
