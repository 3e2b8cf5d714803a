package io.voltline.domain.flow;

import io.voltline.domain.kernel.Language;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One place in a flow. Prompts are ids of the catalogue; targets are ids of nodes. */
public sealed interface Node {

  /** Lower-case words joined by hyphens; stands in the call's record, so it keeps its name. */
  String id();

  /** Ids of the prompts that are played here. */
  List<String> prompts();

  /** Plays prompts to their end and goes on. */
  record Play(String id, List<String> prompts, String next) implements Node {
    public Play {
      prompts = List.copyOf(prompts);
    }
  }

  /**
   * Asks for one key. A key cuts the prompts short.
   *
   * @param wrong prompts played after a key that is not offered, before the menu is repeated
   * @param keys what each key, of {@code 0123456789*#}, leads to
   * @param tries how often the menu is played before it gives up, 1 or more
   * @param patience how long it waits for a key once the prompts are over
   * @param giveUp where a caller goes who pressed no key that is offered
   */
  record Menu(
      String id,
      List<String> prompts,
      List<String> wrong,
      Map<Character, String> keys,
      int tries,
      Duration patience,
      String giveUp)
      implements Node {
    public Menu {
      prompts = List.copyOf(prompts);
      wrong = List.copyOf(wrong);
      keys = Collections.unmodifiableMap(new TreeMap<>(keys));
    }
  }

  /** Speaks another language from here on. */
  record Speak(String id, Language language, String next) implements Node {
    @Override
    public List<String> prompts() {
      return List.of();
    }
  }

  /**
   * Hands the caller to a queue; the flow ends here.
   *
   * @param demand what the call asks of its agent
   * @param priority 0 (usual) to 9 (danger)
   */
  record Queue(String id, QueueId queue, Demand demand, int priority) implements Node {
    @Override
    public List<String> prompts() {
      return List.of();
    }
  }

  /** Plays prompts to their end and hangs up. */
  record End(String id, List<String> prompts) implements Node {
    public End {
      prompts = List.copyOf(prompts);
    }
  }
}
