package io.voltline.engine.store;

import io.voltline.domain.customer.Outage;
import io.voltline.domain.customer.OutageKind;
import java.sql.SQLException;

/** Reads outages. */
final class OutageRows {
  private OutageRows() {}

  static Outage outage(Row row) throws SQLException {
    return new Outage(
        row.text("id"),
        row.text("kind", OutageKind::valueOf),
        row.bilingual("reason"),
        row.time("started_at"),
        row.maybeTime("expected_back_at"),
        row.maybe("parent_work_order"));
  }
}
