package io.voltline.engine.web;

import static org.mockito.Mockito.mock;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountDesk;
import io.voltline.engine.admin.Administration;
import io.voltline.engine.admin.CalendarDesk;
import io.voltline.engine.admin.ChangeBook;
import io.voltline.engine.admin.ChangeTrail;
import io.voltline.engine.admin.FlowDesk;
import io.voltline.engine.admin.FlowShelf;
import io.voltline.engine.admin.KeptAccounts;
import io.voltline.engine.admin.KeptCalendar;
import io.voltline.engine.admin.PhoneBook;
import io.voltline.engine.admin.SettingsSheet;
import io.voltline.engine.desk.SignIn;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** What administrators have at hand. */
final class AdministrationFakes {
  private static final SettingsSheet SETTINGS =
      new SettingsSheet(
          List.of(),
          List.of(new SettingsSheet.Reason("MEAL", true)),
          List.of(),
          List.of(new SettingsSheet.Prompt("welcome", new Bilingual("您好", "Welcome"))));

  final KeptAccounts accounts = mock(KeptAccounts.class);
  final PhoneBook phones = mock(PhoneBook.class);
  final FlowShelf flows = mock(FlowShelf.class);
  final KeptCalendar calendar = mock(KeptCalendar.class);
  final ChangeBook changes = mock(ChangeBook.class);

  Administration desks(SignIn signIn, EventHub events, InstantSource clock) {
    var skills = Set.of(new SkillId("fault"), new SkillId("general"));
    return new Administration(
        new AccountDesk(accounts, signIn, events::close, () -> {}, phones, skills, clock),
        new FlowDesk(flows, changes, clock),
        new CalendarDesk(calendar, ZoneOffset.ofHours(8), clock),
        SETTINGS,
        new ChangeTrail(changes));
  }
}
