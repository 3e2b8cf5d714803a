package io.voltline.domain.kernel;

import java.util.regex.Pattern;

/**
 * A queue that callers wait in.
 *
 * @param value lower-case letters, digits and hyphens; anything else is refused with an
 *     IllegalArgumentException
 */
public record QueueId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public QueueId {
    Ids.require(value, FORM, "QueueId");
  }

  @Override
  public String toString() {
    return value;
  }
}
