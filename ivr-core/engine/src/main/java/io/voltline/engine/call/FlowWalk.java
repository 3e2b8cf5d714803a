package io.voltline.engine.call;

import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.Flow;
import io.voltline.domain.flow.FlowRun;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Step;
import io.voltline.domain.kernel.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One caller's walk through a flow: carries out its actions and keeps the path. */
final class FlowWalk {

  private static final String ANY_KEY = "0123456789*#";

  private final Caller caller;
  private final Neighbours neighbours;
  private final List<String> path = new ArrayList<>();
  private Language language = Language.ZH;

  FlowWalk(Caller caller, Neighbours neighbours) {
    this.caller = caller;
    this.neighbours = neighbours;
  }

  /** Ids of the nodes the caller came to, oldest first. */
  List<String> path() {
    return List.copyOf(path);
  }

  Language language() {
    return language;
  }

  /** Goes on until the flow is over: the caller waits for an agent, or was served. */
  Action run(Flow flow) throws CallerGone {
    Step step = FlowRun.begin(flow);
    Instant since = arrive(step);
    while (true) {
      Input input;
      try {
        switch (step.action()) {
          case Action.Enqueue enqueue -> {
            left(step, Optional.empty(), since);
            return enqueue;
          }
          case Action.End end -> {
            caller.play(end.prompts(), "");
            left(step, Optional.empty(), since);
            return end;
          }
          case Action.Say say -> {
            caller.play(say.prompts(), "");
            input = new Input.Done();
          }
          case Action.Speak speak -> {
            speak(speak.language());
            input = new Input.Done();
          }
          case Action.Ask ask -> input = ask(ask);
        }
      } catch (CallerGone gone) {
        left(step, Optional.empty(), since);
        throw gone;
      }
      Step next = FlowRun.next(step, input);
      if (next.visit() != step.visit()) {
        left(
            step,
            input instanceof Input.Pressed pressed ? Optional.of(pressed.key()) : Optional.empty(),
            since);
        since = arrive(next);
      }
      step = next;
    }
  }

  private Instant arrive(Step step) {
    path.add(step.node().id());
    return neighbours.now();
  }

  private void left(Step step, Optional<Character> key, Instant since) {
    neighbours.log().node(caller.callId(), step.node().id(), key, since);
  }

  private void speak(Language chosen) throws CallerGone {
    caller.speak(chosen);
    language = chosen;
    neighbours.log().language(caller.callId(), chosen);
  }

  private Input ask(Action.Ask ask) throws CallerGone {
    Optional<Character> key = caller.play(ask.prompts(), ANY_KEY);
    if (key.isEmpty()) {
      key = caller.waitForKey(ask.patience());
    }
    return key.<Input>map(Input.Pressed::new).orElseGet(Input.Silence::new);
  }
}
