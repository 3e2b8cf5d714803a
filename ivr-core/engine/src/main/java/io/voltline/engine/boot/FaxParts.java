package io.voltline.engine.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.voltline.engine.asterisk.ManagerLink;
import io.voltline.engine.config.Settings;
import io.voltline.engine.fax.FaxOrders;
import io.voltline.engine.fax.FaxReceiver;
import io.voltline.engine.fax.FaxSender;
import io.voltline.engine.fax.Faxes;
import io.voltline.engine.media.SpooledFaxes;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlFaxes;
import io.voltline.engine.store.SqlReceivedFaxes;
import java.time.InstantSource;

/** Faxes out, faxes in, and their pages at the desk. */
record FaxParts(FaxSender sender, FaxReceiver receiver, Faxes faxes) {

  static FaxParts of(
      Settings settings,
      Database database,
      FaxOrders orders,
      ManagerLink ami,
      InstantSource clock,
      MeterRegistry metrics) {
    var jobs = new SqlFaxes(database);
    var received = new SqlReceivedFaxes(database);
    var fax = settings.fax();
    var files = new SpooledFaxes(fax.spool(), fax.documents(), fax.received(), settings.zone());
    return new FaxParts(
        new FaxSender(jobs, files, ami, ami, fax.rule(), fax.lines(), clock, metrics),
        new FaxReceiver(files, received, orders, ami, clock, metrics),
        new Faxes(received, jobs, files, clock));
  }
}
