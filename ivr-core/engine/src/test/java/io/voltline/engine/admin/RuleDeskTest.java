package io.voltline.engine.admin;

import static io.voltline.engine.admin.RuleHouse.FAULT;
import static io.voltline.engine.admin.RuleHouse.NOW;
import static io.voltline.engine.admin.RuleHouse.SETTLED;
import static io.voltline.engine.admin.RuleHouse.admin;
import static io.voltline.engine.admin.RuleHouse.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.desk.Unavailable;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.RuleForm;
import io.voltline.engine.rules.Ruled;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

final class RuleDeskTest {
  private static final RuleForm OLD =
      RuleForm.of(Objects.requireNonNull(SETTLED.queues().get(FAULT)));

  private final RuleHouse house = new RuleHouse();
  private final RuleShelf shelf = house.shelf;
  private final ChangeBook changes = house.changes;
  private final RuleDesk desk = house.rules;

  @Test
  void aChangeIsKeptWithBothSidesAndFollowedAtOnce() throws Exception {
    RuleForm fresh = promise(30);

    KeptRules told = desk.set(admin(), FAULT, Optional.of(fresh), OLD);

    assertThat(told.queues())
        .filteredOn(KeptRules.Queue::changed)
        .containsExactly(new KeptRules.Queue("fault", fresh, true, false, RuleHouse.PLACE));
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
}
