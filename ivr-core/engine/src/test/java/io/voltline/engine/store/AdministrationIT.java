package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.calendar.DayKind;
import io.voltline.domain.calendar.Span;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountForm;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.admin.Holiday;
import io.voltline.engine.admin.KeptAccounts;
import io.voltline.engine.admin.KeptCalendar;
import io.voltline.engine.admin.PhoneBook;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdministrationIT {
  private static final AgentNo AGENT = new AgentNo("1031");
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final KeptAccounts.NewPasswords PASSWORDS =
      new KeptAccounts.NewPasswords(new Secret("correct4horse"), new Secret("sip"));
  private final Actor by = actor();
  private Database database;
  private SqlKeptAccounts kept;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    kept = new SqlKeptAccounts(database);
    assertThat(kept.add(AGENT, form("新座席", true, 5), PASSWORDS, by, NOW)).isTrue();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aNewAccountSignsInAndItsPhoneIsKnown() {
    var accounts = new SqlAccounts(database, ZoneId.of("Asia/Shanghai"), InstantSource.fixed(NOW));
    assertThat(accounts.verify(AGENT, "correct4horse")).isTrue();
    assertThat(kept.phones())
        .containsExactly(new PhoneBook.Phone(AGENT, PhoneKind.WEBRTC, new Secret("sip")));
    assertThat(kept.add(AGENT, form("再来", true, 5), PASSWORDS, by, NOW)).isFalse();
    assertThat(kept.change(AGENT, 0, form("新座席", false, 5), by, NOW)).isTrue();
    assertThat(kept.phones()).isEmpty();
    assertThat(accounts.all()).isEmpty();
    assertThat(accounts.verify(AGENT, "correct4horse")).isFalse();
  }

  @Test
  void aChangeIsKeptWithWhatWasBeforeAndAfter() {
    kept.change(AGENT, 0, form("新名", true, 7), by, NOW.plusSeconds(60));
    Change last = changes(search(Optional.empty())).getFirst();
    assertThat(last.action()).isEqualTo(Change.Action.CHANGE);
    assertThat(last.by()).isEqualTo("9001");
    assertThat(last.from()).isEqualTo("10.0.0.9");
    assertThat(last.at()).isEqualTo(NOW.plusSeconds(60));
    assertThat(last.before())
        .containsEntry("name", "新座席")
        .containsEntry("skill.fault", "5 until 2027-02-28");
    assertThat(last.after())
        .isEqualTo(
            Map.of(
                "name", "新名",
                "role", "agent",
                "phone", "webrtc",
                "active", true,
                "skill.fault", "7 until 2027-02-28"));
  }

  @Test
  void anOldVersionChangesNothingAndLeavesNoTrace() {
    kept.change(AGENT, 0, form("一", true, 5), by, NOW);
    assertThat(kept.change(AGENT, 0, form("二", true, 5), by, NOW)).isFalse();
    assertThat(kept.find(AGENT).orElseThrow().form().name()).isEqualTo("一");
    assertThat(changes(search(Optional.empty()))).hasSize(2);
  }

  @Test
  void whatStandsSoAlreadyIsNoChange() {
    assertThat(kept.change(AGENT, 0, form("新座席", true, 5), by, NOW)).isTrue();
    assertThat(kept.find(AGENT).orElseThrow().version()).isZero();
    assertThat(changes(search(Optional.empty()))).hasSize(1);
  }

  @Test
  void noSecretIsKeptWithAChange() {
    assertThat(kept.password(AGENT, new Secret("another5horse"), by, NOW)).isTrue();
    assertThat(kept.password(new AgentNo("7777"), new Secret("another5horse"), by, NOW)).isFalse();
    String all = changes(search(Optional.empty())).toString();
    assertThat(all).contains("PASSWORD").doesNotContain("horse").doesNotContain("sip");
  }

  @Test
  void changesAreFoundByWhoWhatAndWhen() {
    kept.change(AGENT, 0, form("一", true, 5), by, NOW.plusSeconds(60));
    assertThat(changes(search(Optional.of("1031")))).hasSize(2);
    assertThat(changes(search(Optional.of("1032")))).isEmpty();
    var late =
        new Change.Search(
            Optional.of("9001"),
            Optional.of("account"),
            Optional.empty(),
            Optional.of(NOW.plusSeconds(60)),
            Optional.of(NOW.plusSeconds(61)),
            10);
    assertThat(changes(late)).hasSize(1);
  }

  @Test
  void whatCouldNotBeDoneIsNotKept() {
    var book = new SqlChanges(database);
    var what = new Change.What("flow", "main", Change.Action.CHANGE);
    Map<String, Object> after = Map.of("share", "10 %");
    assertThatThrownBy(
            () ->
                book.keep(
                    by,
                    NOW,
                    what,
                    Map.of(),
                    after,
                    () -> {
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessageContaining("the disk is full");
    assertThat(changes(search(Optional.of("main")))).isEmpty();
    book.keep(by, NOW, what, Map.of(), after, () -> {});
    assertThat(changes(search(Optional.of("main")))).hasSize(1);
  }

  @Test
  void hoursAreWrittenOverOnlyAsTheyWereSeen() {
    var calendar = new SqlKeptCalendar(database);
    var weekend = new KeptCalendar.Opening("halls", DayKind.REST);
    List<Span> seen = List.of();
    List<Span> fresh =
        List.of(
            new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
            new Span(LocalTime.of(14, 0), LocalTime.MIDNIGHT));
    assertThat(calendar.setHours(weekend, fresh, seen, by, NOW)).isTrue();
    assertThat(calendar.setHours(weekend, seen, seen, by, NOW)).isFalse();
    assertThat(new SqlCalendars(database).hours("halls").orElseThrow().spans())
        .containsEntry(DayKind.REST, fresh);
    assertThat(changes(search(Optional.of("halls REST"))))
        .extracting(Change::after)
        .containsExactly(Map.of("hours", "09:00–12:00, 14:00–00:00"));
  }

  @Test
  void aHolidayIsWrittenOverOnlyAsItWasSeen() {
    var calendar = new SqlKeptCalendar(database);
    var day = LocalDate.of(2027, 1, 1);
    var holiday = Optional.of(new Holiday(day, DayKind.HOLIDAY, new Bilingual("元旦", "New Year")));
    var made = Optional.of(new Holiday(day, DayKind.WORKING, new Bilingual("调休", "made up")));
    assertThat(calendar.set(day, holiday, Optional.empty(), by, NOW)).isTrue();
    assertThat(calendar.set(day, made, Optional.empty(), by, NOW)).isFalse();
    assertThat(calendar.set(day, made, holiday, by, NOW)).isTrue();
    assertThat(calendar.holidays(day)).containsExactly(made.get());
    assertThat(new SqlCalendars(database).workdays().working(day)).isTrue();
    assertThat(calendar.set(day, Optional.empty(), made, by, NOW)).isTrue();
    assertThat(calendar.holidays(day)).isEmpty();
    assertThat(changes(search(Optional.of("2027-01-01"))))
        .extracting(Change::action)
        .containsExactly(Change.Action.REMOVE, Change.Action.CHANGE, Change.Action.CREATE);
  }

  private List<Change> changes(Change.Search search) {
    return new SqlChanges(database).list(search);
  }

  private static Change.Search search(Optional<String> subject) {
    return new Change.Search(
        Optional.empty(), Optional.empty(), subject, Optional.empty(), Optional.empty(), 10);
  }

  private static AccountForm form(String name, boolean active, int level) {
    var until = Optional.of(LocalDate.of(2027, 2, 28));
    var fault = new Grant(new SkillId("fault"), level, false, Optional.empty(), until);
    return new AccountForm(name, Role.AGENT, PhoneKind.WEBRTC, active, List.of(fault));
  }

  static Actor actor() {
    try {
      return Actor.of(
          new Account(
              new AgentNo("9001"), "测试", Role.ADMIN, PhoneKind.WEBRTC, List.of(), new Secret("s")),
          "10.0.0.9");
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }
}
