package io.voltline.domain.kernel;

/**
 * One inbound call for its whole life: the unique id of the caller's channel, prefixed with the
 * switch's system name.
 *
 * @param value for example {@code vl1-1763760192.4}; anything else is refused with an
 *     IllegalArgumentException
 */
public record CallId(String value) {
  public CallId {
    Ids.require(value, "[A-Za-z0-9._-]{1,64}", "CallId");
  }

  @Override
  public String toString() {
    return value;
  }
}
