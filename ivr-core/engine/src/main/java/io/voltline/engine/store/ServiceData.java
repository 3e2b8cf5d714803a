package io.voltline.engine.store;

import io.voltline.domain.kernel.AccountNo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** What the callers' services begin with: {@code db/demo/services.sql}, and bills made by it. */
final class ServiceData {
  private static final AccountNo FIRST = DemoCustomers.account(1);
  private static final AccountNo LAST_BY_HAND = DemoCustomers.account(1_000);
  private static final AccountNo FIRST_OF_VOLUME = DemoCustomers.account(1_001);
  private static final AccountNo LAST = DemoCustomers.account(99_999);
  private static final int MONTHS_BY_HAND = 12;

  private ServiceData() {}

  static void load(Handle handle, Instant now, ZoneId zone) {
    run(handle, "services.sql");
    lineFault(handle, now);
    DemoBills.load(handle, LocalDate.ofInstant(now, zone), FIRST, LAST_BY_HAND, MONTHS_BY_HAND);
  }

  /** What agents can read up. */
  static void loadArticles(Handle handle) {
    run(handle, "knowledge.sql");
  }

  private static void run(Handle handle, String script) {
    handle.createScript(read("/db/demo/" + script)).executeAsSeparateStatements();
  }

  private static String read(String script) {
    try (InputStream in = Objects.requireNonNull(ServiceData.class.getResourceAsStream(script))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An outage that nobody can tell the end of, and that no order was made for yet. */
  private static void lineFault(Handle handle, Instant now) {
    handle.execute(
        """
        INSERT INTO outage (id, kind, reason_zh, reason_en, transformer_area, started_at)
        VALUES ('demo-outage-100', 'FAULT', '线路故障', 'a line fault', '示例台区100', ?)
        """,
        now.minus(Duration.ofMinutes(20)));
  }

  /** Some who were cut off have paid since, and wait for their supply to come back. */
  static void loadVolume(Handle handle, Instant now, ZoneId zone) {
    handle.execute(
        """
        UPDATE customer SET balance = 50.00
        WHERE cut_off AND account_no BETWEEN ? AND ? AND MOD(account_no, 5) = 0
        """,
        FIRST_OF_VOLUME,
        LAST);
    DemoBills.load(handle, LocalDate.ofInstant(now, zone), FIRST_OF_VOLUME, LAST, 1);
  }
}
