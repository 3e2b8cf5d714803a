package io.voltline.domain.kernel;

/**
 * A queue that callers wait in.
 *
 * @param value lower-case letters, digits and hyphens
 * @throws IllegalArgumentException when the value does not fit
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
