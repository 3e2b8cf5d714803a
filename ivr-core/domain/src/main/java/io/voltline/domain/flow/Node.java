package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One place in a flow. Prompts are ids of the catalogue; targets are ids of nodes. */
public sealed interface Node {

  /** Lower-case words joined by hyphens; stands in the call's record, so it keeps its name. */
  String id();

  /** What is said here. */
  default List<Phrase> phrases() {
    return List.of();
  }

  /** What may be said here before {@link #phrases} are repeated. */
  default List<Phrase> wrong() {
    return List.of();
  }

  /** Every way on, in the order it is written. */
  List<Exit> exits();

  /** Says something to its end and goes on. */
  record Play(String id, List<Phrase> phrases, String next) implements Node {
    public Play {
      phrases = List.copyOf(phrases);
    }

    @Override
    public List<Exit> exits() {
      return List.of(Exit.next(next));
    }
  }

  /**
   * Asks for one key. A key cuts the prompts short.
   *
   * @param wrong said after a key that is not offered, before the menu is repeated
   * @param keys what each key, of {@code 0123456789*#}, leads to
   * @param tries how often the menu is played before it gives up, 1 or more
   * @param patience how long it waits for a key once the prompts are over
   * @param giveUp where a caller goes who pressed no key that is offered
   */
  record Menu(
      String id,
      List<Phrase> phrases,
      List<Phrase> wrong,
      Map<Character, String> keys,
      int tries,
      Duration patience,
      String giveUp)
      implements Node {
    public Menu {
      phrases = List.copyOf(phrases);
      wrong = List.copyOf(wrong);
      keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    @Override
    public List<Exit> exits() {
      return ways(keys, Exit.giveUp(giveUp));
    }
  }

  /**
   * Asks for digits, ended by {@code #}, and keeps them under a name.
   *
   * @param least fewer digits than this are a mistake of the caller, as more than {@code most} are
   * @param keys where a single key leads that is typed alone, or {@code *} at any time
   * @param mistakes how many numbers that can't be it before it gives up; silence counts as a try
   * @param between longest pause from one key to the next
   * @param limit of the typing as a whole
   */
  record Collect(
      String id,
      List<Phrase> phrases,
      List<Phrase> wrong,
      String variable,
      int least,
      int most,
      Map<Character, String> keys,
      int tries,
      int mistakes,
      Duration patience,
      Duration between,
      Duration limit,
      String next,
      String giveUp)
      implements Node {
    public Collect {
      phrases = List.copyOf(phrases);
      wrong = List.copyOf(wrong);
      keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    @Override
    public List<Exit> exits() {
      return ways(keys, new Exit("next", next, true), Exit.giveUp(giveUp));
    }
  }

  /** Speaks another language from here on. */
  record Speak(String id, Language language, String next) implements Node {
    @Override
    public List<Exit> exits() {
      return List.of(Exit.next(next));
    }
  }

  /**
   * Asks the house for something and keeps what it tells.
   *
   * @param to where each outcome leads
   * @param otherwise where all outcomes lead that are not among the exits
   */
  record Consult(
      String id,
      String service,
      Map<String, Source> arguments,
      Map<String, String> to,
      Optional<String> otherwise)
      implements Node {
    public Consult {
      arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
      to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public List<Exit> exits() {
      return outcomes(to, otherwise);
    }
  }

  /** Goes the first way whose condition holds of a value. */
  record Decide(String id, String variable, List<Case> cases, String otherwise) implements Node {

    /** One condition and where it leads. */
    public record Case(Condition condition, String next) {}

    public Decide {
      cases = List.copyOf(cases);
    }

    @Override
    public List<Exit> exits() {
      var exits = new ArrayList<Exit>();
      cases.forEach(one -> exits.add(Exit.of("case " + (exits.size() + 1), one.next())));
      exits.add(new Exit("otherwise", otherwise, false));
      return exits;
    }
  }

  /** Keeps a value under a name. */
  record Set(String id, String variable, Source value, String next) implements Node {
    @Override
    public List<Exit> exits() {
      return List.of(Exit.next(next));
    }
  }

  /**
   * Hands the caller to a queue; the flow ends here unless there are exits.
   *
   * @param demand what the call asks of its agent
   * @param priority 0 (usual) to 9 (danger)
   * @param to by exit: {@link #HUNG_UP}, {@link #MESSAGE}, {@link #CALL_BACK}
   */
  record Queue(String id, QueueId queue, Demand demand, int priority, Map<String, String> to)
      implements Node {

    /** The agent hung up and the caller is still there. */
    public static final String HUNG_UP = "hung-up";

    /** The caller would rather leave a message, or the queue could not serve. */
    public static final String MESSAGE = "message";

    /** The caller would rather be called back. */
    public static final String CALL_BACK = "call-back";

    public Queue {
      to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public List<Exit> exits() {
      return outcomes(to, Optional.empty()).stream()
          .map(exit -> new Exit(exit.label(), exit.target(), exit.label().endsWith(CALL_BACK)))
          .toList();
    }
  }

  /**
   * Records a message and has it kept.
   *
   * @param arguments what else {@link Services#MESSAGE} is told
   * @param to by exit: {@link #LEFT}, {@link #EMPTY}, {@link Service#FAILED}
   */
  record Voicemail(
      String id,
      List<Phrase> phrases,
      Duration limit,
      Map<String, Source> arguments,
      Map<String, String> to)
      implements Node {
    public static final String LEFT = "left";
    public static final String EMPTY = "empty";

    public Voicemail {
      phrases = List.copyOf(phrases);
      arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
      to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public List<Exit> exits() {
      return outcomes(to, Optional.empty());
    }
  }

  /**
   * Asks for a rating of 1 to 3 and has it kept; a caller who gives none is done, too.
   *
   * @param to by exit: {@link #DONE}, {@link Service#FAILED}
   */
  record Survey(
      String id,
      List<Phrase> phrases,
      List<Phrase> wrong,
      int tries,
      Duration patience,
      Map<String, String> to)
      implements Node {
    public static final String DONE = "done";

    public Survey {
      phrases = List.copyOf(phrases);
      wrong = List.copyOf(wrong);
      to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public List<Exit> exits() {
      return outcomes(to, Optional.empty());
    }
  }

  /**
   * Connects the caller with a number outside; a talk there ends the flow.
   *
   * @param to by exit: {@link #NO_ANSWER}, {@link Service#FAILED}
   */
  record Transfer(String id, String number, Map<String, String> to) implements Node {
    public static final String NO_ANSWER = "no-answer";

    public Transfer {
      to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public List<Exit> exits() {
      return outcomes(to, Optional.empty());
    }
  }

  /**
   * Goes through another flow and comes back when that comes to an end.
   *
   * @param to where the ends that have an outcome of their own lead, by outcome
   * @param next where all other ends lead
   */
  record SubFlow(String id, String flow, Map<String, String> to, String next) implements Node {
    public SubFlow {
      to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public List<Exit> exits() {
      return Stream.concat(outcomes(to, Optional.empty()).stream(), Stream.of(Exit.next(next)))
          .toList();
    }
  }

  /**
   * Says something, if anything, and hangs up; in a sub-flow goes back to where it was called from.
   *
   * @param outcome tells the flow that called this one how it ended
   */
  record End(String id, List<Phrase> phrases, Optional<String> outcome) implements Node {
    public End {
      phrases = List.copyOf(phrases);
    }

    @Override
    public List<Exit> exits() {
      return List.of();
    }
  }

  private static List<Exit> ways(Map<Character, String> keys, Exit... others) {
    return Stream.concat(
            keys.entrySet().stream().map(way -> Exit.key(way.getKey(), way.getValue())),
            Stream.of(others))
        .toList();
  }

  private static List<Exit> outcomes(Map<String, String> to, Optional<String> otherwise) {
    return Stream.concat(
            to.entrySet().stream().map(way -> Exit.of(way.getKey(), way.getValue())),
            otherwise.stream().map(target -> new Exit("otherwise", target, false)))
        .toList();
  }
}
