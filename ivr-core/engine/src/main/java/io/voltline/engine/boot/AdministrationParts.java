package io.voltline.engine.boot;

import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountDesk;
import io.voltline.engine.admin.Administration;
import io.voltline.engine.admin.ChangeTrail;
import io.voltline.engine.asterisk.ManagerLink;
import io.voltline.engine.asterisk.PhoneFile;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.Desk;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlChanges;
import io.voltline.engine.store.SqlKeptAccounts;
import io.voltline.engine.upkeep.Periodic;
import io.voltline.engine.web.EventHub;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

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
      InstantSource clock) {
    Set<SkillId> skills = settings.skills();
    var accounts =
        new AccountDesk(
            new SqlKeptAccounts(database),
            desk.signIn(),
            events::close,
            desk::accountsChanged,
            new PhoneFile(settings.paths().phones(), ami::readPhones),
            skills,
            clock);
    return new AdministrationParts(
        new Administration(accounts, new ChangeTrail(new SqlChanges(database))),
        new Periodic("phones", EVERY, accounts::phones));
  }
}
