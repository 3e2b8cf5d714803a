package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Collects the digits a caller types. */
final class Typing {
  private static final String ANY_KEY = "0123456789*#";
  private static final char END = '#';
  private static final char BACK = '*';

  private final Caller caller;
  private final Neighbours neighbours;

  Typing(Caller caller, Neighbours neighbours) {
    this.caller = caller;
    this.neighbours = neighbours;
  }

  /** What was typed, from the first key that cut the prompts short. */
  Input collect(List<String> sounds, Action.Collect collect) throws CallerGone {
    Optional<Character> key = caller.play(sounds, ANY_KEY);
    if (key.isEmpty()) {
      key = caller.waitForKey(collect.patience());
    }
    if (key.isEmpty()) {
      return new Input.Silence();
    }
    Instant over = neighbours.now().plus(collect.limit());
    var typed = new StringBuilder();
    while (key.isPresent() && key.get() != END) {
      // What is too much says no more than that it is too much, but must not reach the next prompt.
      if (typed.length() <= collect.most()) {
        typed.append(key.get());
      }
      if (key.get() == BACK) {
        return new Input.Typed(typed.toString());
      }
      Duration left = Duration.between(neighbours.now(), over);
      Duration pause = left.compareTo(collect.between()) < 0 ? left : collect.between();
      key = pause.isPositive() ? caller.waitForKey(pause) : Optional.empty();
    }
    return new Input.Typed(typed.toString());
  }
}
