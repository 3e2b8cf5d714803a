package io.voltline.domain.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Digits in the groups people write them down in. */
final class Groups {
  private static final int LONGEST = 4;
  private static final int WORK_ORDER = 14;

  private Groups() {}

  /**
   * Groups of three, then of four: a mobile number 3-4-4, an account number 3-3-4. Five digits or
   * fewer stay together; a work order number begins with year, month and day.
   */
  static List<String> of(IntStream digits) {
    String all = digits.mapToObj(Character::toString).collect(Collectors.joining());
    if (all.length() <= LONGEST + 1) {
      return all.isEmpty() ? List.of() : List.of(all);
    }
    int count = (all.length() + LONGEST - 1) / LONGEST;
    int threes = count * LONGEST - all.length();
    var groups = new ArrayList<String>();
    int from = 0;
    for (int group = 0; group < count; group++) {
      boolean shorter = all.length() == WORK_ORDER ? group >= count - threes : group < threes;
      int to = from + (shorter ? LONGEST - 1 : LONGEST);
      groups.add(all.substring(from, to));
      from = to;
    }
    return groups;
  }
}
