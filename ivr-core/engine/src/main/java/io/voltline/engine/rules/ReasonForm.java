package io.voltline.engine.rules;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.routing.BusyReason;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How agents may give one of the reasons for being busy. What a reason means to routing is not
 * changed by it.
 *
 * @param offered whether they may give it at all
 * @param name shown in place of the desk's own, 1 to 20 characters in each language
 * @param longestMinutes 1 to 240; empty for no other limit than that
 * @param approval whether a supervisor has to grant it each time
 */
public record ReasonForm(
    BusyReason reason,
    boolean offered,
    Optional<Bilingual> name,
    Optional<Integer> longestMinutes,
    boolean approval) {
  private static final int MOST_MINUTES = 240;

  /** All that agents may give, as the program has them. */
  public static final List<ReasonForm> USUAL =
      Arrays.stream(BusyReason.values())
          .filter(BusyReason::givenByAgent)
          .map(it -> new ReasonForm(it, true, Optional.empty(), Optional.empty(), false))
          .toList();

  public ReasonForm {
    name = name.map(it -> new Bilingual(it.zh().strip(), it.en().strip()));
  }

  /**
   * Refuses a list that agents could not be offered.
   *
   * @throws BadRule naming the reason
   */
  public static void check(List<ReasonForm> reasons) throws BadRule {
    Set<BusyReason> all = reasons.stream().map(ReasonForm::reason).collect(Collectors.toSet());
    Set<BusyReason> given = USUAL.stream().map(ReasonForm::reason).collect(Collectors.toSet());
    if (!all.equals(given) || reasons.size() != given.size()) {
      throw new BadRule("reasons", "each reason that agents give stands there once");
    }
    var names = new LinkedHashMap<String, Bilingual>();
    for (ReasonForm form : reasons) {
      form.check();
      form.name.ifPresent(it -> names.put(form.reason.name(), it));
    }
    Names.check("reasons", names);
  }

  private void check() throws BadRule {
    if (reason == BusyReason.SYSTEM_FAULT && (!offered || approval)) {
      throw bad("the desk itself gives it when microphone or speaker are gone");
    }
    int minutes = longestMinutes.orElse(MOST_MINUTES);
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw bad("longest is " + minutes + " minutes, not 1 to " + MOST_MINUTES);
    }
  }

  private BadRule bad(String problem) {
    return new BadRule("reasons." + reason, problem);
  }

  /** Field by field, as they are kept with a change. */
  public static Map<String, Object> facts(List<ReasonForm> reasons) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("offered", names(reasons.stream().filter(ReasonForm::offered).toList()));
    facts.put("approval", names(reasons.stream().filter(ReasonForm::approval).toList()));
    for (ReasonForm form : reasons) {
      form.name.ifPresent(it -> facts.put("ownName." + form.reason, Names.told(it)));
      form.longestMinutes.ifPresent(
          it -> facts.put("longestMinutes." + form.reason, String.valueOf(it)));
    }
    return facts;
  }

  private static String names(List<ReasonForm> reasons) {
    return reasons.stream().map(it -> it.reason().name()).collect(Collectors.joining(", "));
  }
}
