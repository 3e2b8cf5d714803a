package io.voltline.domain.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Walks a flow: where a caller stands and what came of the last action tell the next step. */
public final class FlowRun {

  /** A caller who comes to more nodes than this is going round in circles and is led out. */
  public static final int MOST_VISITS = 100;

  private FlowRun() {}

  /** The first step of a call. */
  public static Step begin(FlowBook book) {
    Flow main = book.flow(book.main()).orElseThrow();
    return Arrival.at(Stand.at(book, main, Map.of()), main.start());
  }

  /**
   * The queue an earlier engine left the caller in; empty when the flows have no such node any
   * more.
   *
   * @param place the node's name in the call's record
   * @param values what is still known
   */
  public static Optional<Step> rejoin(FlowBook book, String place, Map<String, Value> values) {
    int split = place.indexOf(Step.SEPARATOR);
    String flow = split < 0 ? book.main() : place.substring(0, split);
    String id = place.substring(split + 1);
    return Stand.in(book, flow, values)
        .filter(stand -> stand.flow().nodes().get(id) instanceof Node.Queue)
        .map(stand -> Arrival.at(stand, id));
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
      case Node.End end when input instanceof Input.Done && step.action() instanceof Action.Say ->
          Arrival.back(step.stand(), end);
      case Node.Menu menu -> menu(step, menu, input);
      case Node.Collect collect -> collect(step, collect, input);
      case Node.Consult consult when input instanceof Input.Told told -> told(step, consult, told);
      case Node.Queue queue when input instanceof Input.Left left ->
          exit(step, step.stand().afresh(), queue.to(), left.exit());
      case Node.Transfer transfer when input instanceof Input.Left left ->
          exit(step, step.stand(), transfer.to(), left.exit());
      case Node.Voicemail voicemail -> voicemail(step, voicemail, input);
      case Node.Survey survey -> survey(step, survey, input);
      default -> throw misfit(step, input);
    };
  }

  private static Step menu(Step step, Node.Menu menu, Input input) {
    return switch (input) {
      case Input.Pressed pressed when menu.keys().containsKey(pressed.key()) ->
          go(step, menu.keys().getOrDefault(pressed.key(), menu.giveUp()));
      case Input.Pressed _ -> retry(step, menu.wrong(), menu.tries(), menu.giveUp());
      case Input.Silence _ -> retry(step, List.of(), menu.tries(), menu.giveUp());
      default -> throw misfit(step, input);
    };
  }

  private static Step collect(Step step, Node.Collect collect, Input input) {
    return switch (input) {
      case Input.Typed typed when way(collect, typed.keys()).isPresent() ->
          go(step, way(collect, typed.keys()).orElseThrow());
      case Input.Typed typed when fits(collect, typed.keys()) -> {
        var typedIn = Map.<String, Value>of(collect.variable(), new Value.Digits(typed.keys()));
        yield Arrival.go(step.stand().with(typedIn), collect.next());
      }
      case Input.Typed _ when step.mistakes() + 1 >= collect.mistakes() ->
          go(step, collect.giveUp());
      case Input.Typed _ -> retry(step, collect.wrong(), collect.tries(), collect.giveUp());
      case Input.Silence _ -> retry(step, List.of(), collect.tries(), collect.giveUp());
      default -> throw misfit(step, input);
    };
  }

  private static boolean fits(Node.Collect collect, String keys) {
    return keys.length() >= collect.least()
        && keys.length() <= collect.most()
        && keys.chars().allMatch(key -> key >= '0' && key <= '9');
  }

  private static Optional<String> way(Node.Collect collect, String keys) {
    if (keys.endsWith("*")) {
      return Optional.ofNullable(collect.keys().get('*'));
    }
    return keys.length() == 1
        ? Optional.ofNullable(collect.keys().get(keys.charAt(0)))
        : Optional.empty();
  }

  private static Step told(Step step, Node.Consult consult, Input.Told told) {
    Optional<Service> service = Services.named(consult.service());
    // An answer that breaks the catalogue is as good as none.
    String outcome =
        service.filter(it -> it.fits(told)).map(_ -> told.outcome()).orElse(Service.FAILED);
    var values = new HashMap<>(told.values());
    values.keySet().retainAll(service.map(it -> it.values(outcome)).orElse(Map.of()).keySet());
    return Arrival.go(
        step.stand().with(values),
        Arrival.exit(step.flow(), consult.to(), consult.otherwise(), outcome));
  }

  private static Step voicemail(Step step, Node.Voicemail voicemail, Input input) {
    return switch (input) {
      case Input.Recorded recorded -> {
        var arguments = new HashMap<String, Value>();
        step.stand().take(voicemail.arguments()).ifPresent(arguments::putAll);
        arguments.put("recording", new Value.Text(recorded.recording(), recorded.recording()));
        arguments.put("seconds", new Value.Number(recorded.seconds()));
        yield step.then(new Action.Consult(Services.MESSAGE, arguments));
      }
      case Input.Silence _ -> exit(step, step.stand(), voicemail.to(), Node.Voicemail.EMPTY);
      case Input.Told told -> {
        boolean kept = told.outcome().equals("kept");
        yield exit(
            step,
            kept ? step.stand().with(told.values()) : step.stand(),
            voicemail.to(),
            kept ? Node.Voicemail.LEFT : Service.FAILED);
      }
      default -> throw misfit(step, input);
    };
  }

  private static Step survey(Step step, Node.Survey survey, Input input) {
    String done = Arrival.exit(step.flow(), survey.to(), Optional.empty(), Node.Survey.DONE);
    return switch (input) {
      case Input.Pressed pressed when pressed.key() >= '1' && pressed.key() <= '3' ->
          step.then(
              new Action.Consult(
                  Services.SURVEY, Map.of("rating", new Value.Number(pressed.key() - '0'))));
      case Input.Pressed _ -> retry(step, survey.wrong(), survey.tries(), done);
      case Input.Silence _ -> retry(step, List.of(), survey.tries(), done);
      case Input.Told told ->
          told.outcome().equals("noted")
              ? go(step, done)
              : exit(step, step.stand(), survey.to(), Service.FAILED);
      default -> throw misfit(step, input);
    };
  }

  private static Step retry(Step step, List<Phrase> before, int tries, String giveUp) {
    if (step.attempt() >= tries) {
      return go(step, giveUp);
    }
    Stand stand = step.stand();
    List<Phrase> phrases = Stream.concat(before.stream(), step.node().phrases().stream()).toList();
    return new Step(
        stand,
        step.node(),
        step.attempt() + 1,
        before.isEmpty() ? step.mistakes() : step.mistakes() + 1,
        Arrival.action(stand, step.node(), phrases));
  }

  private static Step exit(Step step, Stand stand, Map<String, String> to, String exit) {
    return Arrival.go(stand, Arrival.exit(step.flow(), to, Optional.empty(), exit));
  }

  private static Step go(Step step, String target) {
    return Arrival.go(step.stand(), target);
  }

  private static IllegalStateException misfit(Step step, Input input) {
    return new IllegalStateException(input + " does not fit node '" + step.node().id() + "'");
  }
}
