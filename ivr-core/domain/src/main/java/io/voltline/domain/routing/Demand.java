package io.voltline.domain.routing;

import io.voltline.domain.kernel.SkillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a call asks of its agent: any one of the alternatives, and of that alternative every skill,
 * each at its level or above. As text: {@code fault:3+english:2|general:1}.
 *
 * @param alternatives at least one, none empty, no skill twice in one; anything else is refused
 *     with an IllegalArgumentException
 */
public record Demand(List<List<SkillLevel>> alternatives) {
  public Demand {
    alternatives = alternatives.stream().map(List::copyOf).distinct().toList();
    if (alternatives.isEmpty() || alternatives.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a call must ask for a skill");
    }
    alternatives.forEach(Demand::refuseRepeated);
  }

  /** One skill at any level. */
  public static Demand of(SkillId skill) {
    return new Demand(List.of(List.of(new SkillLevel(skill, 1))));
  }

  /** Reads the text form; a skill without a level is asked for at any level. */
  public static Demand parse(String text) {
    return new Demand(
        Arrays.stream(text.split("\\|", -1))
            .map(all -> Arrays.stream(all.split("\\+", -1)).map(Demand::need).toList())
            .toList());
  }

  /** Every skill that any alternative names. */
  public Set<SkillId> skills() {
    return alternatives.stream()
        .flatMap(List::stream)
        .map(SkillLevel::skill)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether these are all the skills of any alternative, at whatever level. */
  public boolean knownTo(Set<SkillId> skills) {
    return alternatives.stream()
        .anyMatch(all -> all.stream().map(SkillLevel::skill).allMatch(skills::contains));
  }

  /** The same skills at levels lower by this many, but never below 1. */
  Demand lowered(int by) {
    return new Demand(
        alternatives.stream()
            .map(
                all ->
                    all.stream()
                        .map(n -> new SkillLevel(n.skill(), Math.max(1, n.level() - by)))
                        .toList())
            .toList());
  }

  /** Without this skill; an alternative that asks for nothing else stays as it is. */
  Demand without(SkillId skill) {
    return new Demand(
        alternatives.stream()
            .map(
                all -> {
                  List<SkillLevel> rest =
                      all.stream().filter(n -> !n.skill().equals(skill)).toList();
                  return rest.isEmpty() ? all : rest;
                })
            .toList());
  }

  /** This or the other. */
  Demand or(Demand other) {
    List<List<SkillLevel>> both = new ArrayList<>(alternatives);
    both.addAll(other.alternatives);
    return new Demand(both);
  }

  @Override
  public String toString() {
    return alternatives.stream()
        .map(all -> all.stream().map(SkillLevel::toString).collect(Collectors.joining("+")))
        .collect(Collectors.joining("|"));
  }

  private static SkillLevel need(String text) {
    String[] parts = text.strip().split(":", -1);
    if (parts.length > 2) {
      throw new IllegalArgumentException("not a skill and its level: '" + text + "'");
    }
    SkillId skill = new SkillId(parts[0]);
    try {
      return new SkillLevel(skill, parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a level: '" + parts[1] + "'", e);
    }
  }

  private static void refuseRepeated(List<SkillLevel> all) {
    Set<SkillId> seen = new HashSet<>();
    for (SkillLevel need : all) {
      if (!seen.add(need.skill())) {
        throw new IllegalArgumentException("skill " + need.skill() + " is asked for twice");
      }
    }
  }
}
