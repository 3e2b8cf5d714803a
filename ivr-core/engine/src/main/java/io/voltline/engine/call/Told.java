package io.voltline.engine.call;

import io.voltline.domain.routing.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * What a waiting caller was told of place and wait, which is never followed by something worse. It
 * stands on the channel, for the next engine to hold to.
 */
final class Told {
  private static final String NAME = "VL_TOLD";
  private static final int NEVER = Integer.MAX_VALUE;
  private static final long MINUTE_MILLIS = 60_000;

  /** The prompts there are; who stands further back, or waits longer, hears no number. */
  private static final int MOST_AHEAD = 99;

  private static final int MOST_MINUTES = 60;

  private int ahead;
  private int minutes;

  private Told(int ahead, int minutes) {
    this.ahead = ahead;
    this.minutes = minutes;
  }

  static Told nothing() {
    return new Told(NEVER, NEVER);
  }

  /** What an earlier engine told this caller. */
  static Told readFrom(Caller channel) throws CallerGone {
    String[] words = channel.recall(NAME).orElse("").split(" ", -1);
    return words.length == 2
        ? new Told(Integer.parseInt(words[0]), Integer.parseInt(words[1]))
        : nothing();
  }

  void writeTo(Caller channel) throws CallerGone {
    channel.remember(NAME, ahead + " " + minutes);
  }

  /** The prompts that say it; none when there is nothing to say. */
  List<String> next(Command.PlaceTold place) {
    List<String> prompts = new ArrayList<>();
    if (place.place() - 1 <= ahead) {
      ahead = place.place() - 1;
      prompts.add(placePrompt());
    }
    place.waitMillis().ifPresent(wait -> minutes = Math.min(minutes, minutes(wait)));
    if (place.waitMillis().isPresent() && minutes <= MOST_MINUTES) {
      prompts.add("wait-" + minutes);
    }
    return prompts;
  }

  private String placePrompt() {
    if (ahead == 0) {
      return "place-next";
    }
    return ahead > MOST_AHEAD ? "place-many" : "place-" + ahead;
  }

  /** Rounded up: better a shorter wait than told. */
  private static int minutes(long millis) {
    return Math.clamp(Math.ceilDiv(millis, MINUTE_MILLIS), 1, NEVER);
  }
}
