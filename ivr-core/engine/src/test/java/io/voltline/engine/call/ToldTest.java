package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Prompts;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.routing.Command;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ToldTest {
  private final Told told = Told.nothing();

  @Test
  void theNextInLineAndAWaitRoundedUp() {
    assertThat(told.next(place(3, 61_000))).containsExactly("place-2", "wait-2");
    assertThat(told.next(place(1, 1))).containsExactly("place-next", "wait-1");
  }

  @Test
  void nothingToldRises() {
    told.next(place(3, 61_000));
    assertThat(told.next(place(9, 600_000))).containsExactly("wait-2");
  }

  @Test
  void nothingIsSaidOfAWaitThatIsNotKnownOrBeyondTellingWell() {
    assertThat(told.next(new Command.PlaceTold(ScriptedCaller.ID, 101, OptionalLong.empty())))
        .containsExactly("place-many");
    assertThat(told.next(place(100, 3_600_001))).containsExactly("place-99");
  }

  @Test
  void theNextEngineHoldsToWhatWasTold() throws CallerGone {
    var caller = new ScriptedCaller("");
    told.next(place(3, 61_000));
    told.writeTo(caller);
    assertThat(Told.readFrom(caller).next(place(4, 600_000))).containsExactly("wait-2");
  }

  @Test
  void everyPromptThereMayBeIsInTheManifest() throws IOException {
    Prompts prompts = Shipped.prompts();
    for (int place = 102; place > 0; place--) {
      for (String prompt : told.next(place(place, place * 60_000L))) {
        assertThat(Language.values()).allMatch(language -> prompts.has(prompt, language));
      }
    }
  }

  private static Command.PlaceTold place(int place, long waitMillis) {
    return new Command.PlaceTold(ScriptedCaller.ID, place, OptionalLong.of(waitMillis));
  }
}
