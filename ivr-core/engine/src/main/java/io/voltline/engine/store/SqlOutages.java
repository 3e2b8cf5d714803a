package io.voltline.engine.store;

import io.voltline.domain.customer.Outage;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.selfservice.OutageBook;
import java.util.List;
import java.util.Optional;

/** Outages in MariaDB, by place. */
public final class SqlOutages implements OutageBook {
  private final Database database;

  public SqlOutages(Database database) {
    this.database = database;
  }

  @Override
  public List<Outage> inPostCode(String postCode) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT outage.* FROM outage JOIN post_code USING (transformer_area)
                    WHERE post_code = ? AND ended_at IS NULL ORDER BY started_at
                    """,
                    postCode)
                .map((rs, ctx) -> OutageRows.outage(new Row(rs)))
                .list());
  }

  @Override
  public Optional<Outage> find(String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM outage WHERE id = ? AND ended_at IS NULL", id)
                .map((rs, ctx) -> OutageRows.outage(new Row(rs)))
                .findOne());
  }

  @Override
  public void parent(String id, WorkOrderNo order) {
    database.transaction(
        handle ->
            handle.execute(
                "UPDATE outage SET parent_work_order = ? WHERE id = ? AND parent_work_order IS NULL",
                order,
                id));
  }
}
