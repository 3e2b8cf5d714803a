package io.voltline.domain.kernel;

/**
 * One offer of one call to one agent. Ids grow within an engine's life and are never used again in
 * it.
 *
 * @param value 1 or more
 */
public record OfferId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
