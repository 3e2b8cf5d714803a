package io.voltline.engine.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a house is given at its first start: accounts, the demo customers with their circumstances,
 * customers for volume, and what their services need. Each part is loaded in one transaction with
 * its mark, so a power cut leaves it whole or absent.
 */
public final class Seeds implements Database.Preparation {
  private static final Logger log = LoggerFactory.getLogger(Seeds.class);

  private final AccountsFile accounts;
  private final InstantSource clock;
  private final ZoneId zone;

  /** Refuses a wrong accounts file at once, with an IllegalStateException that tells where. */
  public Seeds(Path accounts, InstantSource clock, ZoneId zone) {
    this.accounts = AccountsFile.read(accounts);
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public void prepare(Handle handle) {
    accounts.load(handle);
    Instant now = clock.instant();
    once(handle, now, "demo", h -> demo(h, now));
    once(handle, now, "services", h -> ServiceData.load(h, now, zone));
    once(handle, now, "knowledge", ServiceData::loadArticles);
  }

  @Override
  public void complete(Handle handle) {
    Instant now = clock.instant();
    once(handle, now, "volume", VolumeCustomers::load);
    once(handle, now, "volume-bills", h -> ServiceData.loadVolume(h, now, zone));
  }

  private void demo(Handle handle, Instant now) {
    CustomerRows.insert(handle, DemoCustomers.all());
    new DemoStories(handle, now, zone).load();
  }

  private static void once(Handle handle, Instant now, String name, Consumer<Handle> load) {
    boolean done =
        handle
            .select("SELECT 1 FROM seed WHERE name = ?", name)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!done) {
      long start = System.nanoTime();
      load.accept(handle);
      handle.execute("INSERT INTO seed (name, done_at) VALUES (?, ?)", name, now);
      log.info("{} data loaded in {} ms", name, (System.nanoTime() - start) / 1_000_000);
    }
  }
}
