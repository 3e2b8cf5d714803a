package io.voltline.engine.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what a database error means for the one who asked. */
final class SqlErrors {
  private SqlErrors() {}

  /** The database is not there, or went away in the middle. */
  static boolean connection(Throwable error) {
    return find(
            error,
            sql ->
                sql instanceof SQLNonTransientConnectionException
                    || sql instanceof SQLTransientConnectionException
                    || sql instanceof SQLRecoverableException
                    || state(sql).startsWith("08"))
        .isPresent();
  }

  /** All connections are in use, which says nothing about the database itself. */
  static boolean busy(Throwable error) {
    return find(
            error, sql -> sql instanceof SQLTransientConnectionException && sql.getCause() == null)
        .isPresent();
  }

  static boolean deadlock(Throwable error) {
    return find(
            error,
            sql -> sql instanceof SQLTransactionRollbackException || state(sql).startsWith("40"))
        .isPresent();
  }

  /** A unique key stands already. */
  static boolean duplicate(Throwable error) {
    return find(error, sql -> sql.getErrorCode() == 1062).isPresent();
  }

  /** The innermost message, on one line. */
  static String message(Throwable error) {
    Throwable at = error;
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      at = cause;
    }
    return String.valueOf(at.getMessage()).lines().findFirst().orElse("");
  }

  private static String state(SQLException sql) {
    return Optional.ofNullable(sql.getSQLState()).orElse("");
  }

  private static Optional<SQLException> find(Throwable error, Predicate<SQLException> test) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && test.test(sql)) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
