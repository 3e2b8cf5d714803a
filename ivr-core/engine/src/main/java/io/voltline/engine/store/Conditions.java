package io.voltline.engine.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The conditions of a search that are present, all of which must hold. */
final class Conditions {
  private final List<String> texts = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  Conditions equal(String column, Optional<?> value) {
    return matching(column + " = ?", value);
  }

  Conditions atLeast(String column, Optional<?> value) {
    return matching(column + " >= ?", value);
  }

  Conditions below(String column, Optional<?> value) {
    return matching(column + " < ?", value);
  }

  /** A condition in SQL with one place for the value. */
  Conditions matching(String condition, Optional<?> value) {
    return matching(condition, value, 1);
  }

  /** A condition in SQL with so many places for the value. */
  Conditions matching(String condition, Optional<?> value, int places) {
    value.ifPresent(
        present -> {
          texts.add(condition);
          values.addAll(Collections.nCopies(places, present));
        });
    return this;
  }

  /** A condition in SQL that is asked for or not. */
  Conditions when(boolean asked, String condition) {
    if (asked) {
      texts.add(condition);
    }
    return this;
  }

  Query select(Handle handle, String select, String order, int limit) {
    String where = texts.isEmpty() ? "" : " WHERE " + String.join(" AND ", texts);
    var arguments = new ArrayList<>(values);
    arguments.add(limit);
    return handle.select(select + where + " " + order + " LIMIT ?", arguments.toArray());
  }
}
