package io.voltline.domain.kernel;

/**
 * A queue that callers wait in.
 *
 * @param value lower-case letters, digits and hyphens; anything else is refused with an
 *     IllegalArgumentException
 */
public record QueueId(String value) {
  public QueueId {
    Ids.require(value, "[a-z][a-z0-9-]{0,31}", "QueueId");
  }

  @Override
  public String toString() {
    return value;
  }
}
