package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.Node;
import io.voltline.domain.kernel.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The shipped flows: what is pressed, and what the house answers, leads where. */
class FlowGoldenTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/flows/golden.csv", delimiter = ';', commentCharacter = '%')
  void leads(String keys, @Nullable String house, String path, String ending) throws IOException {
    var script = new FlowScript(keys, house == null ? "" : house);
    Action last = script.walk(Shipped.flows());
    assertThat(String.join(" ", script.visited)).isEqualTo(path);
    assertThat(told(last).strip()).isEqualTo(ending);
    assertThat(script.over()).as("all keys taken").isTrue();
  }

  private static String told(Action last) {
    return switch (last) {
      case Action.Enqueue queue ->
          "queue " + queue.queue() + " " + queue.demand() + " " + queue.priority();
      case Action.End end ->
          "end " + String.join(" ", Shipped.SPEAKER.sounds(end.spoken(), Language.ZH));
      default -> last.toString();
    };
  }

  /** Whatever the branch: star goes back, 9 repeats, 0 leads to an agent, three tries of 5 s. */
  @Test
  void everyMenuKeepsToTheRules() throws IOException {
    for (Flow flow : Shipped.flows().flows().values()) {
      for (Node node : flow.nodes().values()) {
        switch (node) {
          case Node.Menu menu when !menu.id().endsWith("welcome") -> {
            assertThat(menu.keys()).as(menu.id()).containsKeys('*', '9', '0');
            assertThat(menu.keys()).as(menu.id()).containsEntry('9', menu.id());
            assertThat(menu.tries()).as(menu.id()).isEqualTo(3);
            assertThat(menu.patience()).as(menu.id()).isEqualTo(Duration.ofSeconds(5));
          }
          case Node.Collect collect -> {
            assertThat(collect.keys()).as(collect.id()).containsKey('*');
            assertThat(collect.tries()).as(collect.id()).isEqualTo(3);
            assertThat(collect.mistakes()).as(collect.id()).isEqualTo(2);
          }
          default -> {}
        }
      }
    }
  }

  /** An anonymous caller is kept out of what the house is told. */
  @Test
  void anAnonymousTipOffNamesNobody() throws IOException {
    var script = new FlowScript("1521[7]0", "caller=known");
    script.walk(Shipped.flows());
    Action.Consult kept =
        script.asked.stream().filter(a -> a.service().equals("message")).findFirst().orElseThrow();
    assertThat(new TreeSet<>(kept.arguments().keySet()))
        .containsExactly("anonymous", "recording", "seconds", "type");
    assertThat(Map.copyOf(kept.arguments()).get("anonymous")).hasToString("Word[word=yes]");
  }
}
