package io.voltline.engine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
  private final List<String> seen = new ArrayList<>();
  private final Parts parts = new Parts();

  @Test
  void partsStopInTheOppositeOrder() throws StartFailed {
    parts.start("one", () -> seen.add("start one"), () -> seen.add("stop one"));
    parts.stopping("two", () -> seen.add("stop two"));

    parts.close();

    assertThat(seen).containsExactly("start one", "stop two", "stop one");
  }

  @Test
  void aPartThatFailsToStopHoldsNoOtherUp() {
    parts.stopping("one", () -> seen.add("stop one"));
    parts.stopping(
        "two",
        () -> {
          throw new IOException("stuck");
        });

    parts.close();

    assertThat(seen).containsExactly("stop one");
  }

  @Test
  void aPartThatFailsToStartIsNamed() {
    assertThatThrownBy(
            () ->
                parts.start(
                    "agi",
                    () -> {
                      throw new IOException("port 4573 is taken");
                    },
                    () -> seen.add("never")))
        .isInstanceOf(StartFailed.class)
        .hasMessage("agi: port 4573 is taken");

    parts.close();
    assertThat(seen).isEmpty();
  }

  @Test
  void closingTwiceStopsOnce() {
    parts.stopping("one", () -> seen.add("stop one"));

    parts.close();
    parts.close();

    assertThat(seen).containsExactly("stop one");
  }
}
