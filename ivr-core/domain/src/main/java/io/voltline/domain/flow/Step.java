package io.voltline.domain.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a caller stands in a flow and what is to be done there.
 *
 * @param flow the version the call began with
 * @param node where the caller is
 * @param visit how many nodes the caller came to, this one included: a higher number is a new visit
 * @param attempt how often this visit's menu was played, 1 or more
 * @param action what to do now
 */
public record Step(Flow flow, Node node, int visit, int attempt, Action action) {

  static Step arrive(Flow flow, String id, int visit) {
    Node node = flow.node(id);
    return new Step(flow, node, visit, 1, action(node, List.of()));
  }

  Step again(List<String> before) {
    return new Step(flow, node, visit, attempt + 1, action(node, before));
  }

  private static Action action(Node node, List<String> before) {
    return switch (node) {
      case Node.Play play -> new Action.Say(play.prompts());
      case Node.Menu menu -> new Action.Ask(join(before, menu.prompts()), menu.patience());
      case Node.Speak speak -> new Action.Speak(speak.language());
      case Node.Queue queue -> new Action.Enqueue(queue.queue(), queue.demand(), queue.priority());
      case Node.End end -> new Action.End(end.prompts());
    };
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
