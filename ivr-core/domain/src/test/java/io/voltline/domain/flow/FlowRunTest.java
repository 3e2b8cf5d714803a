package io.voltline.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlowRunTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Flow FLOW =
      flow(
          new Node.Play("hello", List.of(fixed("welcome")), "english"),
          new Node.Speak("english", Language.EN, "menu"),
          new Node.Menu(
              "menu",
              List.of(fixed("main-menu")),
              List.of(fixed("wrong-key")),
              Map.of('1', "agent", '9', "menu", '*', "hello"),
              3,
              PATIENCE,
              "bye"),
          new Node.Queue("agent", new QueueId("general"), Demand.parse("general"), 4, Map.of()),
          new Node.End("bye", List.of(fixed("goodbye")), Optional.empty()));

  @Test
  void walksFromPlayingToTheQueue() {
    Step step = FlowRun.begin(FlowBook.of(FLOW));
    assertThat(step.action()).isEqualTo(new Action.Say(spoken("welcome")));
    step = FlowRun.next(step, new Input.Done());
    assertThat(step.action()).isEqualTo(new Action.Speak(Language.EN));
    step = FlowRun.next(step, new Input.Done());
    assertThat(step.action()).isEqualTo(new Action.Ask(spoken("main-menu"), PATIENCE));
    step = FlowRun.next(step, new Input.Pressed('1'));
    assertThat(step.action())
        .isEqualTo(
            new Action.Enqueue(new QueueId("general"), Demand.parse("general"), 4, Set.of()));
    assertThat(step.visit()).isEqualTo(4);
  }

  @Test
  void aWrongKeyIsToldAndTheMenuRepeated() {
    Step menu = menu();
    Step again = FlowRun.next(menu, new Input.Pressed('7'));
    assertThat(again.action())
        .isEqualTo(new Action.Ask(spoken("wrong-key", "main-menu"), PATIENCE));
    assertThat(again.visit()).isEqualTo(menu.visit());
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void silenceRepeatsTheMenuWithoutABlame() {
    assertThat(FlowRun.next(menu(), new Input.Silence()).action())
        .isEqualTo(new Action.Ask(spoken("main-menu"), PATIENCE));
  }

  @Test
  void givesUpAfterAllTries() {
    Step step = menu();
    step = FlowRun.next(step, new Input.Silence());
    step = FlowRun.next(step, new Input.Pressed('5'));
    step = FlowRun.next(step, new Input.Silence());
    assertThat(step.action()).isEqualTo(new Action.End(spoken("goodbye")));
  }

  @Test
  void hearingTheMenuAgainIsANewVisitWithAllTries() {
    Step step = FlowRun.next(menu(), new Input.Silence());
    Step again = FlowRun.next(step, new Input.Pressed('9'));
    assertThat(again.node().id()).isEqualTo("menu");
    assertThat(again.attempt()).isEqualTo(1);
    assertThat(again.visit()).isEqualTo(step.visit() + 1);
  }

  @Test
  void aCallerWhoGoesRoundIsLedOut() {
    Step step = menu();
    while (step.node().id().equals("menu")) {
      step = FlowRun.next(step, new Input.Pressed('9'));
    }
    assertThat(step.node().id()).isEqualTo("agent");
    assertThat(step.visit()).isEqualTo(FlowRun.MOST_VISITS + 1);
  }

  @Test
  void refusesAnInputThatDoesNotFit() {
    Step end = FlowRun.next(menu(), new Input.Pressed('1'));
    assertThatThrownBy(() -> FlowRun.next(end, new Input.Done()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("agent");
    assertThatThrownBy(() -> FlowRun.next(menu(), new Input.Done()))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Phrase fixed(String prompt) {
    return new Phrase.Fixed(prompt);
  }

  private static List<Spoken> spoken(String... prompts) {
    return Stream.of(prompts).<Spoken>map(Spoken.Prompt::new).toList();
  }

  private static Step menu() {
    Step step = FlowRun.begin(FlowBook.of(FLOW));
    step = FlowRun.next(step, new Input.Done());
    return FlowRun.next(step, new Input.Done());
  }

  private static Flow flow(Node... nodes) {
    var byId = new LinkedHashMap<String, Node>();
    Stream.of(nodes).forEach(node -> byId.put(node.id(), node));
    return new Flow("test", 1, nodes[0].id(), "agent", byId);
  }
}
