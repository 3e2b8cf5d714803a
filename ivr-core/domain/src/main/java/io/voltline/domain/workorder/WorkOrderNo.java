package io.voltline.domain.workorder;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A work order's number: the day it was accepted and its place in that day.
 *
 * @param value 14 digits, {@code yyyyMMdd} and six more; anything else is refused with an
 *     IllegalArgumentException
 */
public record WorkOrderNo(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{14}");

  public WorkOrderNo {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a work order number: '" + value + "'");
    }
  }

  /** Empty for what is no number of an order. */
  public static Optional<WorkOrderNo> parse(String typed) {
    return FORM.matcher(typed).matches() ? Optional.of(new WorkOrderNo(typed)) : Optional.empty();
  }

  /**
   * The number of an order in a day.
   *
   * @param sequence 1 to 999,999
   */
  public static WorkOrderNo of(LocalDate day, int sequence) {
    return new WorkOrderNo(
        DateTimeFormatter.BASIC_ISO_DATE.format(day) + "%06d".formatted(sequence));
  }

  @Override
  public String toString() {
    return value;
  }
}
