package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What calls could leave behind in a house, beside what it had before. */
final class Leftovers {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Connections and threads that pools open when they are first needed; far fewer than calls. */
  private static final int POOLS = 30;

  private static final String UNFINISHED =
      """
      SELECT 'call', call_id FROM call_record WHERE ended_at IS NULL AND arrived_at >= '{began}'
      UNION ALL
      SELECT 'call without a place', call_id FROM call_record WHERE arrived_at >= '{began}'
        AND call_id NOT LIKE 'hang-up%' AND call_id NOT IN (SELECT call_id FROM call_node)
      UNION ALL
      SELECT 'offer', call_id FROM call_offer WHERE ended_at IS NULL AND offered_at >= '{began}'
      UNION ALL
      SELECT 'recording', call_id FROM recording WHERE sha256 IS NULL AND started_at >= '{began}'
      UNION ALL
      SELECT 'message', call_id FROM sms_outbox WHERE state = 'WAITING' AND created_at >= '{began}'
      """;

  private final House house;
  private final Sql sql;
  private final String began;
  private final int engine;
  private final int threads;
  private final int asterisk;

  private Leftovers(House house, Sql sql) {
    this.house = house;
    this.sql = sql;
    began = sql.run("SELECT UTC_TIMESTAMP(3)").strip();
    engine = count("engine", "fd");
    threads = count("engine", "task");
    asterisk = count("asterisk", "fd");
  }

  /** Of the calls from now on. */
  static Leftovers of(House house, Sql sql) {
    return new Leftovers(house, sql);
  }

  /** Waits until there are none, and tells what there is when they stay. */
  void none() {
    await("nothing being left")
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(channels()).as("channels").isEmpty();
              assertThat(sql.run(UNFINISHED.replace("{began}", began))).as("rows").isEmpty();
              assertThat(spooled()).as("files in the spool").isEmpty();
              assertThat(metric("voltline_calls_live")).as("calls").isZero();
              assertThat(count("engine", "fd")).as("engine's files").isLessThan(engine + POOLS);
              assertThat(count("engine", "task")).as("threads").isLessThan(threads + POOLS);
              assertThat(count("asterisk", "fd")).as("switch's files").isLessThan(asterisk + POOLS);
            });
  }

  private String channels() {
    return house
        .ops(
            "lib/in-root",
            "--user",
            "voltline-asterisk",
            "asterisk",
            "-C",
            "/srv/voltline/etc/asterisk/asterisk.conf",
            "-rx",
            "core show channels concise")
        .strip();
  }

  /** But for messages, which callers left to be heard. */
  private List<Path> spooled() {
    try (Stream<Path> files = Files.walk(house.var().resolve("recordings/spool"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".wav"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double metric(String name) {
    return house.api().metric(name);
  }

  private int count(String part, String what) {
    Path directory = Path.of("/proc", Long.toString(house.process(part).pid()), what);
    return directory.toFile().list().length;
  }
}
