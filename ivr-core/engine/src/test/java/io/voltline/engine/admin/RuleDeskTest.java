package io.voltline.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.config.SettingsLoader;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Role;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.RuleForm;
import io.voltline.engine.rules.Ruled;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

final class RuleDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final QueueId FAULT = new QueueId("fault");
  private static final RoutingProfile SETTLED = SettingsLoader.routing(Map.of());
  private static final RuleForm OLD =
      RuleForm.of(Objects.requireNonNull(SETTLED.queues().get(FAULT)));
  private static final Set<SkillId> SKILLS =
      Set.of(
          new SkillId("general"),
          new SkillId("fault"),
          new SkillId("inquiry"),
          new SkillId("complaint"));

  private final RuleShelf shelf = mock();
  private final ChangeBook changes = mock();
  private RuleDesk desk = desk();

  private RuleDesk desk() {
    try {
      var settled = new RuleDesk.Settled(SETTLED, Map.of(FAULT, "voltline.conf, line 7"), SKILLS);
      return new RuleDesk(settled, Ruled.NOTHING, shelf, changes, InstantSource.fixed(NOW));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void usual() {
    desk = desk();
    when(shelf.skillsOfAgents()).thenReturn(List.of(SKILLS));
    doAnswer(
            asked -> {
              asked.getArgument(5, Runnable.class).run();
              return null;
            })
        .when(changes)
        .keep(any(), any(), any(), any(), any(), any());
  }

  @Test
  void aChangeIsKeptWithBothSidesAndFollowedAtOnce() throws Exception {
    RuleForm fresh = promise(30);

    KeptRules told = desk.set(admin(), FAULT, Optional.of(fresh), OLD);

    assertThat(told.queues())
        .filteredOn(KeptRules.Queue::changed)
        .containsExactly(new KeptRules.Queue("fault", fresh, true, false, "voltline.conf, line 7"));
    verify(shelf).keep(Ruled.NOTHING.with(FAULT, Optional.of(fresh)));
    var followed = ArgumentCaptor.forClass(RoutingProfile.class);
    verify(shelf).follow(followed.capture());
    assertThat(Objects.requireNonNull(followed.getValue().queues().get(FAULT)).promiseMillis())
        .isEqualTo(30_000);
    verify(changes)
        .keep(
            any(),
            eq(NOW),
            eq(new Change.What("queue", "fault", Change.Action.CHANGE)),
            eq(OLD.facts()),
            eq(fresh.facts()),
            any());
  }

  @Test
  void whatTheSettingsSayHoldsAgainWhenTheChangeIsTakenBack() throws Exception {
    RuleForm fresh = promise(30);
    desk.set(admin(), FAULT, Optional.of(fresh), OLD);

    KeptRules told = desk.set(admin(), FAULT, Optional.empty(), fresh);

    assertThat(told.queues()).noneMatch(KeptRules.Queue::changed);
    verify(shelf).keep(Ruled.NOTHING);
  }

  @Test
  void whoSawAnotherRuleChangesNothing() throws Exception {
    desk.set(admin(), FAULT, Optional.of(promise(30)), OLD);
    assertRefused(
        Refused.Reason.CONFLICT, () -> desk.set(admin(), FAULT, Optional.of(promise(40)), OLD));
  }

  @Test
  void aQueueThatNobodyCouldServeIsRefused() {
    when(shelf.skillsOfAgents()).thenReturn(List.of(Set.of(new SkillId("general"))));
    var complaint = new QueueId("complaint");
    RuleForm old = RuleForm.of(Objects.requireNonNull(SETTLED.queues().get(complaint)));
    RuleForm alone =
        new RuleForm(
            "complaint:3",
            old.strategy(),
            12,
            180,
            3,
            10,
            List.of(),
            Optional.of("general"),
            Optional.empty(),
            0);
    assertRefused(
        Refused.Reason.INVALID, () -> desk.set(admin(), complaint, Optional.of(alone), old));
    verify(shelf, never()).follow(any());
  }

  @Test
  void whatCouldNotBeKeptDoesNotHold() throws Exception {
    doThrow(new Unavailable("database"))
        .when(changes)
        .keep(any(), any(), any(), any(), any(), any());
    assertThatThrownBy(() -> desk.set(admin(), FAULT, Optional.of(promise(30)), OLD))
        .isInstanceOf(Unavailable.class);
    verify(shelf).keep(Ruled.NOTHING);
    verify(shelf, never()).follow(any());
    assertThat(desk.list().queues()).noneMatch(KeptRules.Queue::changed);
  }

  @Test
  void limitsAreChangedAsRulesAre() throws Exception {
    LimitForm old = LimitForm.of(SETTLED);
    KeptRules told = desk.setLimits(admin(), Optional.of(new LimitForm(2, 600)), old);
    assertThat(told.limits()).isEqualTo(new LimitForm(2, 600));
    assertThat(told.limitsChanged()).isTrue();
    assertRefused(
        Refused.Reason.CONFLICT,
        () -> desk.setLimits(admin(), Optional.of(new LimitForm(3, 600)), old));
  }

  @Test
  void reasonsAreChangedAsRulesAreAndOfferedAtOnce() throws Exception {
    List<ReasonForm> fresh = new ArrayList<>(ReasonForm.USUAL.reversed());
    KeptRules told = desk.setReasons(admin(), Optional.of(fresh), ReasonForm.USUAL);
    assertThat(told.reasons()).isEqualTo(fresh);
    assertThat(told.reasonsChanged()).isTrue();
    verify(shelf).keep(Ruled.NOTHING.withReasons(Optional.of(fresh)));
    verify(shelf).offer(fresh);
    verify(changes)
        .keep(
            any(),
            eq(NOW),
            eq(new Change.What("reasons", "reasons", Change.Action.CHANGE)),
            eq(ReasonForm.facts(ReasonForm.USUAL)),
            eq(ReasonForm.facts(fresh)),
            any());
    assertRefused(
        Refused.Reason.CONFLICT,
        () -> desk.setReasons(admin(), Optional.empty(), ReasonForm.USUAL));
    assertThat(desk.setReasons(admin(), Optional.empty(), fresh).reasonsChanged()).isFalse();
    verify(shelf).offer(ReasonForm.USUAL);
    verify(shelf, never()).follow(any());
  }

  @Test
  void reasonsThatAgentsCouldNotBeOfferedAreRefused() {
    List<ReasonForm> some = ReasonForm.USUAL.subList(1, 3);
    assertRefused(
        Refused.Reason.INVALID,
        () -> desk.setReasons(admin(), Optional.of(some), ReasonForm.USUAL));
    verify(shelf, never()).offer(any());
  }

  @Test
  void whatStandsSoAlreadyIsNoChange() throws Exception {
    desk.set(admin(), FAULT, Optional.empty(), OLD);
    verify(changes, never()).keep(any(), any(), any(), any(), any(), any());
  }

  private static void assertRefused(Refused.Reason reason, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .asInstanceOf(InstanceOfAssertFactories.throwable(Refused.class))
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  private static RuleForm promise(double seconds) {
    return new RuleForm(
        OLD.demand(),
        OLD.strategy(),
        seconds,
        OLD.wrapUpSeconds(),
        OLD.affinitySeconds(),
        OLD.mostWaiting(),
        OLD.steps(),
        OLD.overflow(),
        OLD.overflowAfterSeconds(),
        OLD.nobodyAfterSeconds());
  }

  private static Actor admin() throws Refused {
    var account =
        new Account(
            new AgentNo("9001"), "测试", Role.ADMIN, PhoneKind.WEBRTC, List.of(), new Secret("s"));
    return Actor.of(account, "127.0.0.1");
  }
}
