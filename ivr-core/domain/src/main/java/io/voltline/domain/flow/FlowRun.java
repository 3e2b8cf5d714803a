package io.voltline.domain.flow;

import java.util.List;

/** Walks a flow: where a caller stands and what came of the last action tell the next step. */
public final class FlowRun {

  /** A caller who comes to more nodes than this is going round in circles and is led out. */
  public static final int MOST_VISITS = 100;

  private FlowRun() {}

  /** The first step of a call. */
  public static Step begin(Flow flow) {
    return Step.arrive(flow, flow.start(), 1);
  }

  /**
   * The step after this one.
   *
   * @throws IllegalStateException when the flow was over or the input does not fit the action
   */
  public static Step next(Step step, Input input) {
    return switch (step.node()) {
      case Node.Play play when input instanceof Input.Done -> go(step, play.next());
      case Node.Speak speak when input instanceof Input.Done -> go(step, speak.next());
      case Node.Menu menu when input instanceof Input.Pressed pressed ->
          choose(step, menu, pressed.key());
      case Node.Menu menu when input instanceof Input.Silence -> retry(step, menu, List.of());
      default ->
          throw new IllegalStateException(input + " does not fit node '" + step.node().id() + "'");
    };
  }

  private static Step choose(Step step, Node.Menu menu, char key) {
    String target = menu.keys().get(key);
    return target == null ? retry(step, menu, menu.wrong()) : go(step, target);
  }

  private static Step retry(Step step, Node.Menu menu, List<String> before) {
    return step.attempt() < menu.tries() ? step.again(before) : go(step, menu.giveUp());
  }

  private static Step go(Step step, String target) {
    boolean circling = step.visit() >= MOST_VISITS;
    return Step.arrive(step.flow(), circling ? step.flow().goneRound() : target, step.visit() + 1);
  }
}
