package io.voltline.engine.form;

import java.util.List;
import java.util.Optional;

/** Articles. Every method may block and throws Unavailable. */
public interface KnowledgeBook {

  /**
   * Articles in which every word stands, in either language; those that have them in their titles
   * first, then those that help with the type.
   *
   * @param words separated by blanks; blank for all
   * @param type of the form that is being filled in
   */
  List<Article> search(String words, Optional<String> type, int limit);

  Optional<Article> find(String id);
}
