package io.voltline.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.SignIn;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AccountDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final AgentNo AGENT = new AgentNo("1001");
  private static final AgentNo OWN = new AgentNo("9001");
  private static final SkillId FAULT = new SkillId("fault");

  private final KeptAccounts accounts = mock();
  private final SignIn signIn = mock();
  private final Consumer<AgentNo> signedOut = mock();
  private final Runnable changed = mock();
  private final PhoneBook phones = mock();
  private final AccountDesk desk =
      new AccountDesk(
          accounts,
          signIn,
          signedOut,
          changed,
          phones,
          () -> Set.of(FAULT),
          InstantSource.fixed(NOW));
  private Actor by = actor();

  @BeforeEach
  void usual() {
    by = actor();
    when(accounts.find(AGENT)).thenReturn(Optional.of(new KeptAccount(AGENT, form(), true, 3)));
    when(accounts.change(any(), anyInt(), any(), any(), any())).thenReturn(true);
    when(accounts.password(any(), any(), any(), any())).thenReturn(true);
  }

  @Test
  void otherSkillsCountAtOnceAndEndNoSession() throws Exception {
    var other = with(Role.AGENT, true, 7);
    desk.change(by, AGENT, 3, other);
    var order = inOrder(accounts, changed);
    order.verify(accounts).change(AGENT, 3, other, by, NOW);
    order.verify(changed).run();
    verify(signIn, never()).signOut(AGENT);
  }

  @Test
  void whoIsActiveNoMoreIsSignedOutBefore() throws Exception {
    desk.change(by, AGENT, 3, with(Role.AGENT, false, 5));
    var order = inOrder(signIn, signedOut, accounts);
    order.verify(signIn).signOut(AGENT);
    order.verify(signedOut).accept(AGENT);
    order.verify(accounts).change(any(), anyInt(), any(), any(), any());
  }

  @Test
  void nobodyIsCutOffFromTheTalk() throws Exception {
    doThrow(new Refused(Refused.Reason.TALKING, "talks")).when(signIn).signOut(AGENT);
    assertRefused(
        Refused.Reason.TALKING, () -> desk.change(by, AGENT, 3, with(Role.AGENT, false, 5)));
    verify(accounts, never()).change(any(), anyInt(), any(), any(), any());
  }

  @Test
  void whatSomebodyElseChangedIsNotWrittenOver() throws Exception {
    assertRefused(
        Refused.Reason.CONFLICT, () -> desk.change(by, AGENT, 2, with(Role.AGENT, false, 5)));
    verify(signIn, never()).signOut(AGENT);
  }

  @Test
  void nobodyTakesTheOwnRightsAway() {
    when(accounts.find(OWN))
        .thenReturn(Optional.of(new KeptAccount(OWN, with(Role.ADMIN, true, 5), true, 0)));
    assertRefused(Refused.Reason.INVALID, () -> desk.change(by, OWN, 0, with(Role.AGENT, true, 5)));
  }

  @Test
  void thePhoneOfTheAccountsFileStaysWhatItIs() {
    when(accounts.find(AGENT)).thenReturn(Optional.of(new KeptAccount(AGENT, form(), false, 3)));
    var sip = new AccountForm("测试", Role.AGENT, PhoneKind.SIP, true, List.of());
    assertRefused(Refused.Reason.INVALID, () -> desk.change(by, AGENT, 3, sip));
  }

  @Test
  void aSkillThatIsNotThereIsNamed() {
    var form =
        new AccountForm(
            "测试", Role.AGENT, PhoneKind.WEBRTC, true, List.of(grant(new SkillId("sewing"), 5)));
    assertThatThrownBy(() -> desk.change(by, AGENT, 3, form))
        .hasMessageContaining("/skills/sewing");
  }

  @Test
  void aMadeUpPasswordIsToldOnceAndATypedOneNever() throws Exception {
    Optional<String> made = desk.password(by, AGENT, Optional.empty());
    assertThat(made.flatMap(text -> PasswordRule.wrong(text, AGENT))).isEmpty();
    verify(accounts).password(AGENT, new Secret(made.orElseThrow()), by, NOW);
    verify(signIn).signOut(AGENT);
    assertThat(desk.password(by, AGENT, Optional.of("correct4horse"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"short1", "onlyletters", "1234567890", "has1001inside"})
  void aWeakPasswordIsRefused(String typed) {
    assertThatThrownBy(() -> desk.password(by, AGENT, Optional.of(typed)))
        .hasMessageStartingWith("/password: ");
  }

  @Test
  void thePhoneOfANewAccountIsToldToTheSwitch() throws Exception {
    when(accounts.add(any(), any(), any(), any(), any())).thenReturn(true);
    var phone = new PhoneBook.Phone(AGENT, PhoneKind.WEBRTC, new Secret("s"));
    when(accounts.phones()).thenReturn(List.of(phone));
    assertThat(desk.add(by, AGENT, form(), Optional.empty()).password()).isPresent();
    verify(phones).renew(List.of(phone));
  }

  @Test
  void oneNumberIsOneAccount() {
    assertRefused(Refused.Reason.CONFLICT, () -> desk.add(by, AGENT, form(), Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void onlyAdministratorsAct(Role role) {
    assertRefused(Refused.Reason.FORBIDDEN, () -> Actor.of(account(role), "127.0.0.1"));
  }

  @Test
  void aCertificateDoesNotEndBeforeItBegins() {
    var first = LocalDate.of(2026, 11, 22);
    assertThatThrownBy(
            () -> new Grant(FAULT, 5, false, Optional.of(first), Optional.of(first.minusDays(1))))
        .hasMessageStartingWith("/skills/fault/until: ");
  }

  private interface Act {
    void run() throws Refused;
  }

  private static void assertRefused(Refused.Reason reason, Act act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  private static Grant grant(SkillId skill, int level) {
    return new Grant(skill, level, false, Optional.empty(), Optional.empty());
  }

  private static AccountForm form() {
    return with(Role.AGENT, true, 5);
  }

  private static AccountForm with(Role role, boolean active, int level) {
    return new AccountForm("测试", role, PhoneKind.WEBRTC, active, List.of(grant(FAULT, level)));
  }

  private static Account account(Role role) {
    return new Account(OWN, "测试", role, PhoneKind.WEBRTC, List.of(), new Secret("s"));
  }

  private static Actor actor() {
    try {
      return Actor.of(account(Role.ADMIN), "127.0.0.1");
    } catch (Refused e) {
      throw new AssertionError(e);
    }
  }
}
