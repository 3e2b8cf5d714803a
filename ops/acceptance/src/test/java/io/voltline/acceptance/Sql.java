package io.voltline.acceptance;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The store of a house, for what no command and no customer could bring about. */
final class Sql {
  private static final Pattern DATABASE =
      Pattern.compile(
          "database \\{ url = .*:(\\d+)/(\\w+)\", user = \"(.*)\", password = \"(.*)\"");

  private final House house;

  Sql(House house) {
    this.house = house;
  }

  /** Runs statements and returns what they print: a line a row, its fields apart by tabs. */
  String run(String statements) {
    Matcher database = DATABASE.matcher(settings());
    if (!database.find()) {
      throw new IllegalStateException("the house's settings name no database");
    }
    return house.ops(
        "lib/in-root",
        "mariadb",
        "--host=127.0.0.1",
        "--port=" + database.group(1),
        "--user=" + database.group(3),
        "--password=" + database.group(4),
        "--default-character-set=utf8mb4",
        "--batch",
        "--skip-column-names",
        "--execute=" + statements,
        database.group(2));
  }

  private String settings() {
    try {
      return Files.readString(house.var().resolve("etc/voltline.conf"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
