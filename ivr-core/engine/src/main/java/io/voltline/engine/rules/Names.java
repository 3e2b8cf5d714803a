package io.voltline.engine.rules;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.SkillId;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names that administrators gave, by id. Whoever has none goes by the desk's own word for it.
 *
 * @param queues 1 to 20 characters in each language, no two alike
 * @param skills likewise; a skill that the settings do not have was added with its name
 */
public record Names(Map<String, Bilingual> queues, Map<String, Bilingual> skills) {
  /** None. */
  public static final Names NONE = new Names(Map.of(), Map.of());

  private static final int LONGEST = 20;
  private static final int MOST = 200;

  public Names {
    queues = stripped(queues);
    skills = stripped(skills);
  }

  private static Map<String, Bilingual> stripped(Map<String, Bilingual> names) {
    var all = new TreeMap<String, Bilingual>();
    names.forEach((id, it) -> all.put(id, new Bilingual(it.zh().strip(), it.en().strip())));
    return Collections.unmodifiableMap(all);
  }

  /** With this name of a queue, or the desk's own word for it again. */
  Names withQueue(String queue, Optional<Bilingual> name) {
    Map<String, Bilingual> after = new TreeMap<>(queues);
    after.remove(queue);
    name.ifPresent(it -> after.put(queue, it));
    return new Names(after, skills);
  }

  /** With these names of skills. */
  Names withSkills(Map<String, Bilingual> changed) {
    return new Names(queues, changed);
  }

  void check() throws BadRule {
    check("names.queues", queues);
    check("names.skills", skills);
    for (String id : skills.keySet()) {
      try {
        var _ = new SkillId(id);
      } catch (IllegalArgumentException e) {
        throw new BadRule("names.skills." + id, String.valueOf(e.getMessage()));
      }
    }
  }

  /** As they are kept with a change. */
  public static Map<String, Object> facts(Map<String, Bilingual> names) {
    var facts = new TreeMap<String, Object>();
    names.forEach((id, name) -> facts.put("ownName." + id, told(name)));
    return facts;
  }

  /** In both languages, for people. */
  public static String told(Bilingual name) {
    return name.zh() + " / " + name.en();
  }

  /**
   * Refuses names that do not fit or are alike.
   *
   * @throws BadRule naming whose name it is
   */
  static void check(String place, Map<String, Bilingual> names) throws BadRule {
    if (names.size() > MOST) {
      throw new BadRule(place, names.size() + " are more than " + MOST);
    }
    Set<String> zh = new HashSet<>();
    Set<String> en = new HashSet<>();
    for (Map.Entry<String, Bilingual> one : names.entrySet()) {
      String whose = place + "." + one.getKey();
      Bilingual name = one.getValue();
      if (!fits(name.zh()) || !fits(name.en())) {
        throw new BadRule(whose, "a name has 1 to " + LONGEST + " characters in each language");
      }
      if (!zh.add(name.zh()) || !en.add(name.en())) {
        throw new BadRule(whose, "another has that name");
      }
    }
  }

  private static boolean fits(String text) {
    return !text.isEmpty() && text.codePointCount(0, text.length()) <= LONGEST;
  }
}
