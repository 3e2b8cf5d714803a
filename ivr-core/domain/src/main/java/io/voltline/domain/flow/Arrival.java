package io.voltline.domain.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Coming to a node: on through all that need nobody outside, to the first that does. */
final class Arrival {

  private Arrival() {}

  /** On to a node, unless the caller has gone round too long. */
  static Step go(Stand stand, String target) {
    return at(stand, stand.circling() ? stand.flow().goneRound() : target);
  }

  /** At a node, whatever came before. */
  static Step at(Stand from, String target) {
    Stand stand = from.visited();
    Node node = stand.flow().node(target);
    return switch (node) {
      case Node.Decide decide -> go(stand, decided(stand, decide));
      case Node.Set set -> go(kept(stand, set), set.next());
      case Node.SubFlow sub ->
          stand
              .inside(sub)
              .map(inside -> go(inside, inside.flow().start()))
              // Refused by lint, so nobody may go in: an agent helps instead.
              .orElseGet(() -> at(stand, stand.flow().goneRound()));
      case Node.Consult consult when stand.take(consult.arguments()).isEmpty() ->
          go(stand, exit(stand.flow(), consult.to(), consult.otherwise(), Service.FAILED));
      case Node.End end when !stand.callers().isEmpty() && end.phrases().isEmpty() ->
          back(stand, end);
      default -> new Step(stand, node, 1, 0, action(stand, node, node.phrases()));
    };
  }

  /** Back from a sub-flow that came to this end. */
  static Step back(Stand stand, Node.End end) {
    Node.SubFlow sub = stand.callers().getLast().node();
    return go(
        stand.outside(),
        end.outcome()
            .map(outcome -> sub.to().getOrDefault(outcome, sub.next()))
            .orElse(sub.next()));
  }

  /** Where an outcome leads; lint sees to it that it leads somewhere. */
  static String exit(
      Flow flow, Map<String, String> to, Optional<String> otherwise, String outcome) {
    String target = to.get(outcome);
    return target != null ? target : otherwise.orElse(flow.goneRound());
  }

  static Action action(Stand stand, Node node, List<Phrase> phrases) {
    List<Spoken> spoken = stand.say(phrases);
    return switch (node) {
      case Node.Play _ -> new Action.Say(spoken);
      case Node.Menu menu -> new Action.Ask(spoken, menu.patience());
      case Node.Collect collect ->
          new Action.Collect(
              spoken, collect.most(), collect.patience(), collect.between(), collect.limit());
      case Node.Speak speak -> new Action.Speak(speak.language());
      case Node.Consult consult ->
          new Action.Consult(consult.service(), stand.take(consult.arguments()).orElse(Map.of()));
      case Node.Queue queue ->
          new Action.Enqueue(queue.queue(), queue.demand(), queue.priority(), queue.to().keySet());
      case Node.Voicemail voicemail -> new Action.Message(spoken, voicemail.limit());
      case Node.Survey survey -> new Action.Ask(spoken, survey.patience());
      case Node.Transfer transfer -> new Action.Transfer(transfer.number());
      case Node.End _ ->
          stand.callers().isEmpty() ? new Action.End(spoken) : new Action.Say(spoken);
      case Node.Decide _, Node.Set _, Node.SubFlow _ ->
          throw new IllegalStateException("node '" + node.id() + "' asks nobody");
    };
  }

  private static String decided(Stand stand, Node.Decide decide) {
    Optional<Value> value = stand.value(decide.variable());
    return decide.cases().stream()
        .filter(one -> one.condition().holds(value))
        .findFirst()
        .map(Node.Decide.Case::next)
        .orElse(decide.otherwise());
  }

  private static Stand kept(Stand stand, Node.Set set) {
    return stand
        .value(set.value())
        .map(value -> stand.with(Map.of(set.variable(), value)))
        .orElse(stand);
  }
}
