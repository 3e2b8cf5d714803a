package io.voltline.testkit.cli;

import io.voltline.testkit.audio.Ear;
import io.voltline.testkit.audio.Passage;
import io.voltline.testkit.audio.Passages;
import io.voltline.testkit.house.Seat;
import java.util.List;

/** Tells each passage that the caller hears, when it begins and how long the one before it was. */
final class HeardByCaller {
  private final Ear ear;
  private final Teller teller;
  private int told;

  HeardByCaller(Ear ear, Teller teller) {
    this.ear = ear;
    this.teller = teller;
  }

  void tellNew() {
    List<Passage> passages = Passages.of(ear.samples());
    for (; told < passages.size(); told++) {
      String before =
          told == 0
              ? ""
              : ", after %.1f s of %s"
                  .formatted(passages.get(told - 1).seconds(), name(passages.get(told - 1)));
      teller.tell("caller hears " + name(passages.get(told)) + before);
    }
  }

  private static String name(Passage passage) {
    return switch (passage.kind()) {
      case SILENCE -> "silence";
      case SPEECH -> "speech";
      case MUSIC -> "music";
      case TONE ->
          Math.abs(passage.hertz() - Seat.TONE) < 5
              ? "the agent's tone"
              : "a tone of " + passage.hertz() + " Hz";
    };
  }
}
