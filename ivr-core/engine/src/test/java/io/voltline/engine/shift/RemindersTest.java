package io.voltline.engine.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RemindersTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Account AGENT = account("1001", Role.AGENT);
  private static final Account SUPERVISOR = account("2001", Role.SUPERVISOR);
  private static final Account QUALITY = account("3001", Role.QUALITY);
  private final ReminderBook book = mock();
  private final Reminders reminders = new Reminders(book, () -> NOW);

  @Test
  void anAgentSeesTheOwnAndASupervisorWhatIsOverdue() throws Exception {
    reminders.list(AGENT, 7);
    verify(book).open(AGENT.agentNo(), 7);
    reminders.list(SUPERVISOR, 7);
    verify(book).overdue(NOW, 7);
    refused(Refused.Reason.FORBIDDEN, () -> reminders.list(QUALITY, 7));
  }

  @Test
  void aTimeThatIsPastOrTooFarIsRefused() throws Exception {
    when(book.open(any(), anyInt())).thenReturn(List.of());
    reminders.add(AGENT, wish(NOW.minus(Duration.ofMinutes(2))));
    reminders.add(AGENT, wish(NOW.plus(Duration.ofDays(90))));
    Instant past = NOW.minus(Duration.ofMinutes(2)).minusMillis(1);
    Instant far = NOW.plus(Duration.ofDays(90)).plusMillis(1);
    refused(Refused.Reason.INVALID, () -> reminders.add(AGENT, wish(past)));
    refused(Refused.Reason.INVALID, () -> reminders.add(AGENT, wish(far)));
    refused(Refused.Reason.INVALID, () -> reminders.move(AGENT, 1, past));
  }

  @Test
  void aHundredAreEnough() {
    var one = new Reminder(1, AGENT.agentNo(), wish(NOW), NOW);
    when(book.open(AGENT.agentNo(), 100)).thenReturn(Collections.nCopies(100, one));
    refused(Refused.Reason.INVALID, () -> reminders.add(AGENT, wish(NOW)));
    verify(book, never()).add(any(), any(), any());
  }

  @Test
  void whatIsNotOnesOwnIsNotFound() {
    refused(Refused.Reason.NOT_FOUND, () -> reminders.move(AGENT, 1, NOW));
    refused(Refused.Reason.NOT_FOUND, () -> reminders.done(AGENT, 1));
  }

  @Test
  void whoeverTakesNoCallsIsNotReminded() {
    refused(Refused.Reason.FORBIDDEN, () -> reminders.add(SUPERVISOR, wish(NOW)));
    refused(Refused.Reason.FORBIDDEN, () -> reminders.move(SUPERVISOR, 1, NOW));
    refused(Refused.Reason.FORBIDDEN, () -> reminders.done(SUPERVISOR, 1));
    verify(book, never()).done(any(), anyLong(), any());
  }

  @Test
  void theOwnDayIsCountedAnewAfterThreeSeconds() throws Exception {
    var now = new Instant[] {NOW};
    AgentDays days = mock();
    var empty = new AgentDay(0, 0, 0, 0, 0, Duration.ZERO, 0, Duration.ZERO, 0, Map.of());
    when(days.of(any(), any())).thenReturn(empty);
    var own = new OwnDay(days, () -> now[0], ZoneOffset.ofHours(8));
    own.of(AGENT);
    now[0] = NOW.plusMillis(2_999);
    assertThat(own.of(AGENT).at()).isEqualTo(NOW);
    now[0] = NOW.plusMillis(3_000);
    assertThat(own.of(AGENT).at()).isEqualTo(now[0]);
    verify(days, times(2)).of(AGENT.agentNo(), Instant.parse("2026-11-20T16:00:00Z"));
    refused(Refused.Reason.FORBIDDEN, () -> own.of(SUPERVISOR));
  }

  private interface Asked {
    void of() throws Refused;
  }

  private static void refused(Refused.Reason reason, Asked asked) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(asked::of)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  private static Reminder.Wish wish(Instant dueAt) {
    return new Reminder.Wish(
        dueAt, new PhoneNumber("00000000001"), "", Optional.empty(), Optional.empty());
  }

  private static Account account(String no, Role role) {
    return new Account(
        new AgentNo(no), "测试" + no, role, PhoneKind.WEBRTC, List.of(), new Secret("s"));
  }
}
