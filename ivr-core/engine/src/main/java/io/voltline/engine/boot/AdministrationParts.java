package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.admin.AccountDesk;
import io.voltline.engine.admin.Administration;
import io.voltline.engine.admin.CalendarDesk;
import io.voltline.engine.admin.ChangeBook;
import io.voltline.engine.admin.ChangeTrail;
import io.voltline.engine.admin.FlowDesk;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.admin.KeptAccount;
import io.voltline.engine.admin.KeptAccounts;
import io.voltline.engine.admin.LimitDesk;
import io.voltline.engine.admin.PromptDesk;
import io.voltline.engine.admin.RuleDesk;
import io.voltline.engine.admin.RuleShelf;
import io.voltline.engine.asterisk.ManagerLink;
import io.voltline.engine.asterisk.PhoneFile;
import io.voltline.engine.config.Settings;
import io.voltline.engine.desk.BusyReasons;
import io.voltline.engine.desk.Desk;
import io.voltline.engine.desk.DeskEvent;
import io.voltline.engine.desk.LimitProfilesFile;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.dispatch.Dispatcher;
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.Ruled;
import io.voltline.engine.rules.RulesFile;
import io.voltline.engine.speech.Voice;
import io.voltline.engine.store.Database;
import io.voltline.engine.store.SqlChanges;
import io.voltline.engine.store.SqlKeptAccounts;
import io.voltline.engine.store.SqlKeptCalendar;
import io.voltline.engine.store.SqlLimits;
import io.voltline.engine.upkeep.Periodic;
import io.voltline.engine.web.EventHub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What administrators have at hand, wired.
 *
 * @param phones has the switch know the phones of accounts that were made at the desk
 * @param prompts has callers hear the prompts that were changed
 */
record AdministrationParts(Administration desks, Periodic phones, Periodic prompts) {
  private static final Duration EVERY = Duration.ofSeconds(30);

  static AdministrationParts of(
      Settings settings,
      Database database,
      Desk desk,
      EventHub events,
      ManagerLink ami,
      Flows flows,
      Dispatcher dispatcher,
      BusyReasons reasons,
      Voice voice,
      InstantSource clock)
      throws StartFailed {
    var changes = new SqlChanges(database);
    var kept = new SqlKeptAccounts(database);
    PromptDesk prompts = PromptParts.of(settings, database, voice, clock);
    RuleDesk rules =
        rules(
            settings,
            new Shelf(
                settings.paths().rules(),
                dispatcher,
                reasons,
                kept,
                flows,
                names -> events.toAll(new DeskEvent.NamesChanged(clock.instant(), names))),
            changes,
            clock);
    var accounts =
        new AccountDesk(
            kept,
            desk.signIn(),
            events::close,
            desk::accountsChanged,
            new PhoneFile(settings.paths().phones(), ami::readPhones),
            rules.queues()::skills,
            clock);
    return new AdministrationParts(
        new Administration(
            accounts,
            new FlowDesk(flows, changes, clock),
            new CalendarDesk(new SqlKeptCalendar(database), settings.zone(), clock),
            rules,
            new LimitDesk(
                new SqlLimits(database, LimitProfilesFile.read(), settings.zone()),
                WorkOrderTypesFile.read(),
                settings.zone(),
                clock),
            Sheet.of(settings),
            prompts,
            new ChangeTrail(changes)),
        new Periodic("phones", EVERY, accounts::phones),
        new Periodic("prompts", EVERY, prompts::follow));
  }

  private static RuleDesk rules(
      Settings settings, RuleShelf shelf, ChangeBook changes, InstantSource clock)
      throws StartFailed {
    try {
      return new RuleDesk(
          new RuleDesk.Settled(settings.settled(), settings.queuePlaces(), settings.skills()),
          settings.ruled(),
          shelf,
          changes,
          clock);
    } catch (BadRule e) {
      throw new StartFailed(e.place() + ": " + e.getMessage(), e);
    }
  }

  private record Shelf(
      Path file,
      Dispatcher dispatcher,
      BusyReasons reasons,
      KeptAccounts accounts,
      Flows flows,
      Consumer<Names> named)
      implements RuleShelf {
    @Override
    public void keep(Ruled ruled) throws IOException {
      RulesFile.write(file, ruled);
    }

    @Override
    public void follow(RoutingProfile profile) {
      dispatcher.follow(profile);
    }

    @Override
    public void offer(List<ReasonForm> changed) {
      reasons.follow(changed);
    }

    @Override
    public void call(Names names) {
      named.accept(names);
    }

    @Override
    public List<String> flowsTo(QueueId queue) {
      return flows.to(queue);
    }

    @Override
    public List<Set<SkillId>> skillsOfAgents() {
      return accounts.all().stream()
          .filter(account -> account.form().active())
          .map(Shelf::skills)
          .toList();
    }

    private static Set<SkillId> skills(KeptAccount account) {
      return account.form().grants().stream().map(Grant::skill).collect(Collectors.toSet());
    }
  }
}
