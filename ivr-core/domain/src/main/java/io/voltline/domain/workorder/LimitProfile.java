package io.voltline.domain.workorder;

import io.voltline.domain.customer.Area;
import io.voltline.domain.kernel.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The time limits of a company's commitments, which are revised every few years and differ by
 * region.
 *
 * @param id lower-case words and figures joined by hyphens, 3 to 40 characters
 * @param name 1 to 64 characters in each language
 * @param limits at most 200; where several fit an order the one closest to its type and area holds
 */
public record LimitProfile(String id, Bilingual name, List<TimeLimit> limits) {
  /** What callers who ask for supply again are told by when. */
  private static final String RECONNECTION = "service-request.reconnection";

  private static final String ID = "(?=.{3,40}$)[a-z0-9]+(-[a-z0-9]+)*";
  private static final int LONGEST_NAME = 64;
  private static final int MOST = 200;

  /** Refuses what is no profile with an IllegalArgumentException that names the place. */
  public LimitProfile {
    limits = List.copyOf(limits);
    must(id.matches(ID), "/id: 3 to 40 lower-case letters, figures and hyphens");
    must(named(name.zh()), "/name/zh: must be 1 to 64 characters");
    must(named(name.en()), "/name/en: must be 1 to 64 characters");
    must(limits.size() <= MOST, "/limits: more than " + MOST);
    for (int i = 0; i < limits.size(); i++) {
      check(limits.get(i), limits.subList(0, i), "/limits/" + i + ": ");
    }
    must(
        closest(limits, Milestone.RECONNECTION, RECONNECTION, Area.TOWN).isPresent(),
        "/limits: none says when power is back after a payment, which callers are told");
  }

  private static boolean named(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  private static void check(TimeLimit limit, List<TimeLimit> before, String place) {
    must(before.stream().noneMatch(limit::sameMatterAs), place + "stands twice");
    limit
        .after()
        .ifPresent(
            base ->
                must(
                    base != limit.milestone()
                        && base.runsFromAcceptance() == limit.milestone().runsFromAcceptance(),
                    place + limit.milestone() + " can't be counted from " + base));
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The limits that hold for such an order, of the milestones asked for. */
  List<TimeLimit> of(String type, Area area, Predicate<Milestone> asked) {
    var found = new ArrayList<TimeLimit>();
    for (Milestone milestone : Milestone.values()) {
      if (asked.test(milestone)) {
        closest(limits, milestone, type, area).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<TimeLimit> closest(
      List<TimeLimit> limits, Milestone milestone, String type, Area area) {
    return limits.stream()
        .filter(limit -> limit.milestone() == milestone && limit.appliesTo(type, area))
        .max(TimeLimit.CLOSER);
  }
}
