package io.voltline.domain.workorder;

import io.voltline.domain.customer.Area;
import java.util.Comparator;
import java.util.Optional;

/**
 * Within which time something has to be done with orders of a kind.
 *
 * @param type an id of the type tree, which stands for all below it; empty for every type
 * @param area empty for every area
 * @param after counted from when that one is due; empty for when its own time begins
 */
public record TimeLimit(
    Optional<String> type,
    Optional<Area> area,
    Milestone milestone,
    Term term,
    Optional<Milestone> after) {
  /** The one that says most of the type, then of the area, comes last. */
  static final Comparator<TimeLimit> CLOSER =
      Comparator.<TimeLimit>comparingInt(limit -> limit.type.map(String::length).orElse(0))
          .thenComparing(limit -> limit.area.isPresent());

  boolean appliesTo(String ordered, Area where) {
    return type.map(it -> ordered.equals(it) || ordered.startsWith(it + ".")).orElse(true)
        && area.map(it -> it == where).orElse(true);
  }

  boolean sameMatterAs(TimeLimit other) {
    return milestone == other.milestone && type.equals(other.type) && area.equals(other.area);
  }
}
