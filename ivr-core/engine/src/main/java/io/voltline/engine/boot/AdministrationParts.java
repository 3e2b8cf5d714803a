package io.voltline.engine.boot;

import io.voltline.engine.admin.AccountDesk;
import io.voltline.engine.admin.Administration;
import io.voltline.engine.admin.CalendarDesk;
import io.voltline.engine.admin.ChangeTrail;
import io.voltline.engine.admin.FlowDesk;
import io.voltline.engine.asterisk.ManagerLink;
import io.voltline.engine.asterisk.PhoneFile;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.Desk;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlChanges;
import io.voltline.engine.store.SqlKeptAccounts;
import io.voltline.engine.store.SqlKeptCalendar;
import io.voltline.engine.upkeep.Periodic;
import io.voltline.engine.web.EventHub;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What administrators have at hand, wired.
 *
 * @param phones has the switch know the phones of accounts that were made at the desk
 */
record AdministrationParts(Administration desks, Periodic phones) {
  private static final Duration EVERY = Duration.ofSeconds(30);

  static AdministrationParts of(
      Settings settings,
      Database database,
      Desk desk,
      EventHub events,
      ManagerLink ami,
      Flows flows,
      InstantSource clock) {
    var changes = new SqlChanges(database);
    var accounts =
        new AccountDesk(
            new SqlKeptAccounts(database),
            desk.signIn(),
            events::close,
            desk::accountsChanged,
            new PhoneFile(settings.paths().phones(), ami::readPhones),
            settings.skills(),
            clock);
    return new AdministrationParts(
        new Administration(
            accounts,
            new FlowDesk(flows, changes, clock),
            new CalendarDesk(new SqlKeptCalendar(database), settings.zone(), clock),
            Sheet.of(settings),
            new ChangeTrail(changes)),
        new Periodic("phones", EVERY, accounts::phones));
  }
}
