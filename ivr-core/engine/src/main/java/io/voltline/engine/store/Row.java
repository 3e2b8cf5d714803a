package io.voltline.engine.store;

import io.voltline.domain.kernel.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** One row of a result, read by column name; a NULL becomes an empty Optional. */
record Row(ResultSet row) {

  String text(String column) throws SQLException {
    return row.getString(column);
  }

  <T> T text(String column, Function<String, T> made) throws SQLException {
    return made.apply(row.getString(column));
  }

  Optional<String> maybe(String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  <T> Optional<T> maybe(String column, Function<String, T> made) throws SQLException {
    return maybe(column).map(made);
  }

  int number(String column) throws SQLException {
    return row.getInt(column);
  }

  OptionalInt maybeNumber(String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
  }

  long big(String column) throws SQLException {
    return row.getLong(column);
  }

  double real(String column) throws SQLException {
    return row.getDouble(column);
  }

  boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  Optional<LocalDate> maybeDay(String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDate.class));
  }

  LocalDate day(String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  LocalTime timeOfDay(String column) throws SQLException {
    return row.getObject(column, LocalTime.class);
  }

  Bilingual bilingual(String columns) throws SQLException {
    return new Bilingual(text(columns + "_zh"), text(columns + "_en"));
  }

  Instant time(String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  Optional<Instant> maybeTime(String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
        .map(time -> time.toInstant(ZoneOffset.UTC));
  }
}
