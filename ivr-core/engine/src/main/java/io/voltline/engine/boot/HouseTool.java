package io.voltline.engine.boot;

import io.voltline.engine.config.Settings;
import io.voltline.engine.config.SettingsException;
import io.voltline.engine.config.SettingsLoader;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.notice.Author;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.DatabaseSettings;
import java.io.PrintWriter;
import java.time.Duration;

/** A command that works on a house's database, whether an engine runs or not. */
final class HouseTool {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final String name;
  private final PrintWriter out;

  HouseTool(String name, PrintWriter out) {
    this.name = name;
    this.out = out;
  }

  /** What the command does there. */
  @FunctionalInterface
  interface Work {
    void on(Settings settings, Database database) throws Refused;
  }

  /** 0 when it was done; else 1, with one line that says why not. */
  int run(Work work) {
    try {
      Settings settings = SettingsLoader.load(System.getenv());
      Settings.Database where = settings.database();
      try (var database =
          Database.connect(
              new DatabaseSettings(
                  where.url(), where.user(), where.password(), where.connections()),
              LIMIT)) {
        work.on(settings, database);
        return 0;
      }
    } catch (SettingsException | Refused | Unavailable e) {
      out.printf("%s: %s%n", name, e.getMessage());
      return 1;
    }
  }

  /** Whoever is at the console, by their own name where they became root. */
  static Author user() {
    return Author.atConsole(
        System.getenv().getOrDefault("SUDO_USER", System.getProperty("user.name")));
  }
}
