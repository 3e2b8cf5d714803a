package io.voltline.engine.rules;

import io.voltline.domain.routing.Strategy;
import java.util.Optional;

/**
 * How a queue's callers and agents are brought together.
 *
 * @param name as the settings write it, such as {@code longest-idle}
 * @param share 1 to 1000, of {@code fixed-ratio} only
 * @param waitWeight 1 to 1000, and idleWeight and levelWeight 0 to 1000, of {@code weighted} only
 */
public record StrategyForm(
    String name,
    Optional<Integer> share,
    Optional<Integer> waitWeight,
    Optional<Integer> idleWeight,
    Optional<Integer> levelWeight) {

  static StrategyForm of(Strategy strategy) {
    return switch (strategy) {
      case Strategy.LongestIdle _ -> plain("longest-idle");
      case Strategy.LongestWait _ -> plain("longest-wait");
      case Strategy.BestSkill _ -> plain("best-skill");
      case Strategy.LeastBusy _ -> plain("least-busy");
      case Strategy.LeastNeeded _ -> plain("least-needed");
      case Strategy.FixedRatio ratio ->
          new StrategyForm(
              "fixed-ratio",
              Optional.of(ratio.share()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case Strategy.Weighted weights ->
          new StrategyForm(
              "weighted",
              Optional.empty(),
              Optional.of(weights.waitWeight()),
              Optional.of(weights.idleWeight()),
              Optional.of(weights.levelWeight()));
    };
  }

  private static StrategyForm plain(String name) {
    return new StrategyForm(
        name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  Strategy strategy() throws BadRule {
    try {
      return switch (name) {
        case "longest-idle" -> new Strategy.LongestIdle();
        case "longest-wait" -> new Strategy.LongestWait();
        case "best-skill" -> new Strategy.BestSkill();
        case "least-busy" -> new Strategy.LeastBusy();
        case "least-needed" -> new Strategy.LeastNeeded();
        case "fixed-ratio" -> new Strategy.FixedRatio(share.orElse(1));
        case "weighted" ->
            new Strategy.Weighted(
                waitWeight.orElse(1), idleWeight.orElse(0), levelWeight.orElse(0));
        default -> throw new IllegalArgumentException("there is no strategy '" + name + "'");
      };
    } catch (IllegalArgumentException e) {
      throw new BadRule("strategy", String.valueOf(e.getMessage()));
    }
  }

  /** In one line, for people. */
  String told() {
    return name
        + share.map(it -> " " + it).orElse("")
        + waitWeight.map(it -> " wait " + it).orElse("")
        + idleWeight.map(it -> " idle " + it).orElse("")
        + levelWeight.map(it -> " level " + it).orElse("");
  }
}
