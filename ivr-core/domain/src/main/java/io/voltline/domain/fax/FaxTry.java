package io.voltline.domain.fax;

import io.voltline.domain.kernel.CallId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One try to send one job; its text names the line it goes over and the file that tells its end.
 *
 * @param job 1 or above
 * @param no counted from 1
 */
public record FaxTry(long job, int no) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]?)");

  /** Empty for any other text than {@link #toString} makes. */
  public static Optional<FaxTry> parse(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(new FaxTry(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  /** The id of the channel that stands as long as the try lasts. */
  public CallId line() {
    return new CallId("fax-" + this);
  }

  @Override
  public String toString() {
    return job + "-" + no;
  }
}
