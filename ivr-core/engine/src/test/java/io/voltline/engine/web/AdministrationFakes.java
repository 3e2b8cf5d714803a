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
import io.voltline.engine.admin.KeptLimits;
import io.voltline.engine.admin.KeptPrompts;
import io.voltline.engine.admin.LimitDesk;
import io.voltline.engine.admin.PhoneBook;
import io.voltline.engine.admin.PromptDesk;
import io.voltline.engine.admin.RuleDesk;
import io.voltline.engine.admin.RuleShelf;
import io.voltline.engine.admin.SettingsSheet;
import io.voltline.engine.call.flow.PromptManifest;
import io.voltline.engine.config.SettingsLoader;
import io.voltline.engine.desk.SignIn;
import io.voltline.engine.desk.WorkOrderTypesFile;
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.Ruled;
import io.voltline.engine.speech.PromptSounds;
import io.voltline.engine.speech.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What administrators have at hand. */
final class AdministrationFakes {
  private static final SettingsSheet SETTINGS =
      new SettingsSheet(List.of(new SettingsSheet.Limit("voltline.alarms.waiting", "10")));

  private static final List<PromptManifest.Text> PROMPTS =
      List.of(
          new PromptManifest.Text("welcome", Optional.empty(), new Bilingual("您好", "Welcome")),
          new PromptManifest.Text(
              "place-{n}",
              Optional.of(new PromptManifest.Numbers(2, 3)),
              new Bilingual("第{n}位", "Number {n}")));

  static final Set<SkillId> SKILLS =
      Set.of(
          new SkillId("general"),
          new SkillId("fault"),
          new SkillId("inquiry"),
          new SkillId("complaint"));

  final KeptAccounts accounts = mock(KeptAccounts.class);
  final PhoneBook phones = mock(PhoneBook.class);
  final FlowShelf flows = mock(FlowShelf.class);
  final RuleShelf rules = mock(RuleShelf.class);
  final KeptCalendar calendar = mock(KeptCalendar.class);
  final KeptLimits limits = mock(KeptLimits.class);
  final KeptPrompts prompts = mock(KeptPrompts.class);
  final Voice voice = mock(Voice.class);
  final ChangeBook changes = mock(ChangeBook.class);

  /**
   * The desks.
   *
   * @param sounds where prompts are kept
   */
  Administration desks(SignIn signIn, EventHub events, Path sounds, InstantSource clock)
      throws BadRule {
    var skills = Set.of(new SkillId("fault"), new SkillId("general"));
    var settled = new RuleDesk.Settled(SettingsLoader.routing(Map.of()), Map.of(), SKILLS);
    return new Administration(
        new AccountDesk(accounts, signIn, events::close, () -> {}, phones, () -> skills, clock),
        new FlowDesk(flows, changes, clock),
        new CalendarDesk(calendar, ZoneOffset.ofHours(8), clock),
        new RuleDesk(settled, Ruled.NOTHING, rules, changes, clock),
        new LimitDesk(limits, WorkOrderTypesFile.read(), ZoneOffset.ofHours(8), clock),
        SETTINGS,
        new PromptDesk(
            PROMPTS,
            prompts,
            new PromptSounds(
                sounds, sounds.resolve("prompts"), voice, Duration.ofSeconds(3), clock),
            clock),
        new ChangeTrail(changes));
  }
}
