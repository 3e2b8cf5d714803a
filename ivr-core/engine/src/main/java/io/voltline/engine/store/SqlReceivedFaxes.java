package io.voltline.engine.store;

import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxStatus;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.fax.FaxIndex;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Faxes that came in, in MariaDB. */
public final class SqlReceivedFaxes implements FaxIndex {
  private final Database database;

  public SqlReceivedFaxes(Database database) {
    this.database = database;
  }

  @Override
  public void keep(ReceivedFax fax) {
    database.transaction(
        handle ->
            handle.execute(
                """
                INSERT INTO fax_received (id, caller, received_at, status, pages, mode, station,
                  error, path, bytes, sha256, work_order_no)
                VALUES (?, LEFT(?, 64), ?, ?, ?, ?, LEFT(?, 32), LEFT(?, 200), ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE id = id
                """,
                fax.id(),
                fax.caller(),
                fax.receivedAt(),
                fax.status().name(),
                fax.pages(),
                fax.mode().map(Enum::name),
                fax.station(),
                fax.error(),
                fax.file().map(FaxFile::path),
                fax.file().map(FaxFile::bytes),
                fax.file().map(FaxFile::sha256),
                fax.order()));
  }

  @Override
  public Optional<ReceivedFax> find(CallId id) {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM fax_received WHERE id = ?", id)
                .map((rs, ctx) -> fax(new Row(rs)))
                .findOne());
  }

  @Override
  public List<ReceivedFax> list(Query query) {
    var conditions =
        new Conditions()
            .equal("work_order_no", query.order())
            .atLeast("received_at", query.from())
            .below("received_at", query.to());
    return database.read(
        handle ->
            conditions
                .select(
                    handle,
                    "SELECT * FROM fax_received",
                    "ORDER BY received_at DESC, id DESC",
                    query.limit())
                .map((rs, ctx) -> fax(new Row(rs)))
                .list());
  }

  private static ReceivedFax fax(Row row) throws SQLException {
    return new ReceivedFax(
        row.text("id", CallId::new),
        row.text("caller"),
        row.time("received_at"),
        row.text("status", FaxStatus::valueOf),
        row.number("pages"),
        row.maybe("mode", FaxMode::valueOf),
        row.maybe("station"),
        row.maybe("error"),
        file(row),
        row.maybe("work_order_no", WorkOrderNo::new));
  }

  private static Optional<FaxFile> file(Row row) throws SQLException {
    Optional<String> path = row.maybe("path");
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new FaxFile(path.get(), row.big("bytes"), row.text("sha256")));
  }

  @Override
  public void read(Reading reading) {
    database.transaction(
        handle ->
            handle.execute(
                """
                INSERT INTO fax_reading (fax_id, agent_no, at, address)
                VALUES (?, ?, ?, LEFT(?, 64))
                """,
                reading.fax(),
                reading.by(),
                reading.at(),
                reading.address()));
  }
}
