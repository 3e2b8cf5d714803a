package io.voltline.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** A database as a new house has it, with every demo customer and what they have. */
final class DemoHouse {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private DemoHouse() {}

  /**
   * Returns once everything is loaded.
   *
   * @param folder for the accounts file
   */
  static Database open(Path folder, Instant now) throws IOException, InterruptedException {
    Path accounts = folder.resolve("accounts.json");
    Files.writeString(accounts, "[]");
    var loaded = new CountDownLatch(1);
    var seeds = new Seeds(accounts, InstantSource.fixed(now), ZONE);
    var database =
        Database.open(
            TestMariaDb.fresh(),
            new Database.Preparation() {
              @Override
              public void prepare(Handle handle) {
                seeds.prepare(handle);
              }

              @Override
              public void complete(Handle handle) {
                seeds.complete(handle);
                loaded.countDown();
              }
            });
    if (!database.awaitUp(Duration.ofSeconds(60)) || !loaded.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the demo data was not loaded");
    }
    return database;
  }
}
