package io.voltline.engine.call;

import io.voltline.domain.callback.PlaceInLine;
import io.voltline.domain.flow.Action;
import io.voltline.domain.flow.FlowBook;
import io.voltline.domain.flow.FlowRun;
import io.voltline.domain.flow.Input;
import io.voltline.domain.flow.Node;
import io.voltline.domain.flow.Service;
import io.voltline.domain.flow.Spoken;
import io.voltline.domain.flow.Step;
import io.voltline.domain.flow.Value;
import io.voltline.domain.kernel.AccountNo;
import io.voltline.domain.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One caller's walk through a flow: carries out its actions and keeps the path. */
final class FlowWalk {
  private static final Logger log = LoggerFactory.getLogger(FlowWalk.class);

  private static final String ANY_KEY = "0123456789*#";
  private static final String ACCOUNT = "account";

  private static final Set<String> CALL_BACK_PROMISED = Set.of("accepted", "joined");

  /** How long a number outside may ring. */
  private static final Duration TRANSFER_RINGS = Duration.ofSeconds(30);

  private final Caller caller;
  private final Neighbours neighbours;
  private final Typing typing;
  private final List<String> path = new ArrayList<>();
  private Language language = Language.ZH;
  private Optional<AccountNo> account = Optional.empty();
  private Optional<Step> queued = Optional.empty();
  private Optional<EndReason> served = Optional.empty();
  private Optional<PlaceInLine> stood = Optional.empty();
  private boolean asked;
  private boolean anonymous;

  FlowWalk(Caller caller, Neighbours neighbours) {
    this.caller = caller;
    this.neighbours = neighbours;
    this.typing = new Typing(caller, neighbours);
  }

  /** Names of the nodes the caller came to, oldest first. */
  List<String> path() {
    return List.copyOf(path);
  }

  Language language() {
    return language;
  }

  /** The caller's account, as far as the flow knows it. */
  Optional<AccountNo> account() {
    return account;
  }

  /**
   * How the call ends if nothing comes after what the flow did for the caller; empty if nothing.
   */
  Optional<EndReason> served() {
    return served;
  }

  /** Whether to ask how the talk was: not who was asked already, nor who wished to stay unknown. */
  boolean mayBeAsked() {
    return !asked && !anonymous;
  }

  /** What an earlier engine knew of it. */
  void mayBeAsked(boolean may) {
    anonymous = !may;
  }

  /** Goes until the flow is over or hands the caller to a queue. */
  Action begin(FlowBook book) throws CallerGone {
    return run(FlowRun.begin(book));
  }

  /**
   * Stands in the last queue the caller came to, in an earlier engine or an earlier call; when the
   * flows have it no more, nothing follows the queue.
   */
  Optional<Action.Enqueue> rejoin(FlowBook book, Place place) {
    path.addAll(place.path());
    language = place.language();
    account = place.account();
    Map<String, Value> known =
        account
            .<Map<String, Value>>map(no -> Map.of(ACCOUNT, new Value.Digits(no.value())))
            .orElse(Map.of());
    queued =
        path.reversed().stream()
            .flatMap(node -> FlowRun.rejoin(book, node, known).stream())
            .findFirst();
    return queued.map(step -> (Action.Enqueue) step.action());
  }

  /**
   * Goes on from the queue the caller came out of by one of its exits.
   *
   * @param place where the caller stood there
   */
  Action leave(String exit, PlaceInLine place) throws CallerGone {
    stood = Optional.of(place);
    return run(FlowRun.next(queued.orElseThrow(), new Input.Left(exit)));
  }

  private Action run(Step first) throws CallerGone {
    Step step = first;
    Instant since = arrive(step);
    while (true) {
      Optional<Input> input;
      try {
        input = carryOut(step);
      } catch (CallerGone gone) {
        left(step, Optional.empty(), since);
        throw gone;
      }
      if (input.isEmpty()) {
        left(step, Optional.empty(), since);
        queued = Optional.of(step);
        return step.action();
      }
      Step next = FlowRun.next(step, input.get());
      learn(next);
      if (next.visit() != step.visit()) {
        left(step, key(input.get()), since);
        since = arrive(next);
      }
      step = next;
    }
  }

  private static Optional<Character> key(Input input) {
    return input instanceof Input.Pressed pressed ? Optional.of(pressed.key()) : Optional.empty();
  }

  /** What came of the step's action; empty when the flow waits for a queue or is over. */
  private Optional<Input> carryOut(Step step) throws CallerGone {
    return switch (step.action()) {
      case Action.Enqueue _ -> Optional.empty();
      case Action.End end -> {
        caller.play(sounds(end.spoken()), "");
        yield Optional.empty();
      }
      case Action.Say say -> {
        caller.play(sounds(say.spoken()), "");
        yield Optional.of(new Input.Done());
      }
      case Action.Speak speak -> {
        speak(speak.language());
        yield Optional.of(new Input.Done());
      }
      case Action.Ask ask -> Optional.of(ask(step, ask));
      case Action.Collect collect -> Optional.of(typing.collect(sounds(collect.spoken()), collect));
      case Action.Consult consult -> Optional.of(consult(consult));
      case Action.Message message -> Optional.of(message(step, message));
      case Action.Transfer transfer -> transfer(transfer.number());
    };
  }

  private List<String> sounds(List<Spoken> spoken) {
    return neighbours.speaker().sounds(spoken, language);
  }

  private Instant arrive(Step step) {
    path.add(step.place());
    log.info("at {}", step.place());
    return neighbours.now();
  }

  private void left(Step step, Optional<Character> key, Instant since) {
    neighbours.log().node(caller.callId(), step.place(), key, since);
  }

  /** An account that was found out is the call's from then on. */
  private void learn(Step step) {
    if (step.values().get(ACCOUNT) instanceof Value.Digits(String digits)) {
      var found = new AccountNo(digits);
      if (!account.equals(Optional.of(found))) {
        account = Optional.of(found);
        neighbours.log().identified(caller.callId(), found);
      }
    }
  }

  private void speak(Language chosen) throws CallerGone {
    caller.speak(chosen);
    language = chosen;
    neighbours.log().language(caller.callId(), chosen);
  }

  private Input ask(Step step, Action.Ask ask) throws CallerGone {
    Optional<Character> key = caller.play(sounds(ask.spoken()), ANY_KEY);
    // Whoever hangs up in the middle of the question has not been asked.
    asked |= step.node() instanceof Node.Survey;
    if (key.isEmpty()) {
      key = caller.waitForKey(ask.patience());
    }
    return key.<Input>map(Input.Pressed::new).orElseGet(Input.Silence::new);
  }

  private Input.Told consult(Action.Consult ask) {
    anonymous |=
        ask.arguments().get("anonymous") instanceof Value.Word(var word) && word.equals("yes");
    var call = new FlowCall(caller.callId(), caller.number(), language, account, path, stood);
    Input.Told told;
    try {
      told = neighbours.services().consult(call, ask);
    } catch (RuntimeException e) {
      log.error("service {} broke off", ask.service(), e);
      told = Input.Told.failed();
    }
    log.info("{}: {}", ask.service(), told.outcome());
    if (CALL_BACK_PROMISED.contains(told.outcome()) && ask.service().equals("call-back")) {
      served = Optional.of(EndReason.FLOW_ENDED);
    }
    return told;
  }

  private Input message(Step step, Action.Message message) throws CallerGone {
    caller.play(sounds(message.spoken()), "");
    String file = neighbours.recorder().messageFile(neighbours.now());
    Caller.Taken taken = caller.takeMessage(file, message.limit());
    Input input =
        taken.seconds() > 0 ? new Input.Recorded(file, taken.seconds()) : new Input.Silence();
    if (input instanceof Input.Recorded) {
      served = Optional.of(EndReason.VOICEMAIL);
    } else {
      neighbours.recorder().nothingSaid(file);
    }
    if (taken.hungUp()) {
      // Most people end a message so.
      if (input instanceof Input.Recorded
          && FlowRun.next(step, input).action() instanceof Action.Consult keep) {
        consult(keep);
      }
      throw new CallerGone("hung up at the end of a message");
    }
    return input;
  }

  private Optional<Input> transfer(String number) throws CallerGone {
    return switch (caller.transfer(number, TRANSFER_RINGS)) {
      case TALKED -> Optional.empty();
      case NOT_ANSWERED, REJECTED -> Optional.of(new Input.Left(Node.Transfer.NO_ANSWER));
      case UNREACHABLE -> Optional.of(new Input.Left(Service.FAILED));
    };
  }
}
