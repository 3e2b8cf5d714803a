package io.voltline.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.FlowRun;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Node;
import io.voltline.domain.flow.Services;
import io.voltline.domain.flow.Step;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers who press anything, in a house that answers anything: each is led somewhere. */
class FlowRandomTest {
  private static final int WALKS = 30_000;
  private static final String KEYS = "0123456789*#";

  /** Of prompts, silences and answers; far more than any way through the flows has. */
  private static final int MOST_STEPS = 1_000;

  @Test
  void everyWalkComesToAnEnd() throws IOException {
    FlowBook flows = Shipped.flows();
    Set<String> ends = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (long seed = 0; seed < WALKS; seed++) {
      ends.add(walk(flows, new Random(seed), seed, places));
    }
    assertThat(ends).contains("Enqueue", "End");
    // Whatever a caller can come to was come to: no branch is left untried.
    assertThat(places).containsAll(speaking(flows));
  }

  static Set<String> speaking(FlowBook flows) {
    var names = new HashSet<String>();
    flows
        .flows()
        .values()
        .forEach(
            flow ->
                flow.nodes().values().stream()
                    .filter(node -> !node.phrases().isEmpty())
                    .map(
                        node ->
                            flow.name().equals("main") ? node.id() : flow.name() + "/" + node.id())
                    .forEach(names::add));
    return names;
  }

  private static String walk(FlowBook flows, Random random, long seed, Set<String> places) {
    Step step = FlowRun.begin(flows);
    // Some houses are down as a whole.
    boolean down = random.nextInt(20) == 0;
    for (int steps = 0; steps < MOST_STEPS; steps++) {
      places.add(step.place());
      Action action = step.action();
      boolean stays = action instanceof Action.Enqueue && random.nextInt(3) == 0;
      if (action instanceof Action.End || stays) {
        return action.getClass().getSimpleName();
      }
      step = FlowRun.next(step, input(step, random, down));
    }
    throw new AssertionError("walk " + seed + " is stuck at " + step.place());
  }

  private static Input input(Step step, Random random, boolean down) {
    return switch (step.action()) {
      case Action.Say _, Action.Speak _ -> new Input.Done();
      case Action.Ask _ when random.nextInt(6) == 0 -> new Input.Silence();
      case Action.Ask _ -> new Input.Pressed(key(step.node(), random));
      case Action.Collect collect -> typed(collect, random);
      case Action.Consult ask -> told(ask, random, down);
      case Action.Enqueue queue -> new Input.Left(one(List.copyOf(queue.exits()), random));
      case Action.Message _ ->
          random.nextBoolean() ? new Input.Silence() : new Input.Recorded("message.wav", 9);
      case Action.Transfer _ -> new Input.Left(random.nextBoolean() ? "no-answer" : "failed");
      case Action.End end -> throw new IllegalStateException(end.toString());
    };
  }

  /** Mostly one that is offered and leads on, so that walks come to far places. */
  private static char key(Node node, Random random) {
    if (node instanceof Node.Menu menu && random.nextInt(4) > 0) {
      var onward = menu.keys().keySet().stream().filter(key -> "123456".indexOf(key) >= 0).toList();
      return onward.isEmpty() ? '0' : onward.get(random.nextInt(onward.size()));
    }
    return KEYS.charAt(random.nextInt(KEYS.length()));
  }

  private static Input typed(Action.Collect collect, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Input.Silence();
      case 1 -> new Input.Typed("");
      case 2 -> new Input.Typed("*");
      case 3 -> new Input.Typed(Integer.toString(random.nextInt(10)));
      case 4 -> new Input.Typed("1".repeat(collect.most() + 1));
      default -> new Input.Typed("9".repeat(collect.most()));
    };
  }

  static Input.Told told(Action.Consult ask, Random random, boolean down) {
    if (down) {
      return Input.Told.failed();
    }
    // Now and then an answer that no catalogue knows.
    if (random.nextInt(50) == 0) {
      return new Input.Told("nonsense", Map.of());
    }
    var outcomes = List.copyOf(Services.named(ask.service()).orElseThrow().allOutcomes());
    String outcome = one(outcomes, random);
    return new Input.Told(outcome, FlowScript.values(ask.service(), outcome, random.nextInt(6)));
  }

  private static String one(List<String> words, Random random) {
    return words.stream().sorted().toList().get(random.nextInt(words.size()));
  }
}
