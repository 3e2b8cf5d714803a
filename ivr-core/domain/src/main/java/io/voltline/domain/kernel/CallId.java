package io.voltline.domain.kernel;

import java.util.regex.Pattern;

/**
 * One inbound call for its whole life: the unique id of the caller's channel, prefixed with the
 * switch's system name.
 *
 * @param value for example {@code vl1-1763760192.4}; anything else is refused with an
 *     IllegalArgumentException
 */
public record CallId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public CallId {
    Ids.require(value, FORM, "CallId");
  }

  @Override
  public String toString() {
    return value;
  }
}
