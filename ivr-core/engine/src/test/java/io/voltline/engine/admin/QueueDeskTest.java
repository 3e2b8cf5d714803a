package io.voltline.engine.admin;

import static io.voltline.engine.admin.RuleHouse.FAULT;
import static io.voltline.engine.admin.RuleHouse.NOW;
import static io.voltline.engine.admin.RuleHouse.SETTLED;
import static io.voltline.engine.admin.RuleHouse.admin;
import static io.voltline.engine.admin.RuleHouse.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.desk.Refused;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.RuleForm;
import io.voltline.engine.rules.StepForm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

final class QueueDeskTest {
  private static final QueueId CHARGING = new QueueId("charging");
  private static final SkillId SKILL = new SkillId("charging");
  private static final Bilingual NAME = new Bilingual("充电桩", "Charging points");
  private static final Map<String, Bilingual> SKILLS = Map.of("charging", NAME);

  private final RuleHouse house = new RuleHouse();
  private final RuleShelf shelf = house.shelf;
  private final ChangeBook changes = house.changes;
  private final RuleDesk rules = house.rules;
  private final QueueDesk desk = rules.queues();

  @Test
  void aQueueIsAddedKeptNamedAndFollowedAtOnce() throws Exception {
    KeptRules told = desk.add(admin(), CHARGING, NAME, asking("general:1"));

    assertThat(told.queues())
        .filteredOn(KeptRules.Queue::own)
        .containsExactly(new KeptRules.Queue("charging", asking("general:1"), false, true, ""));
    assertThat(told.names().queues()).containsExactly(Map.entry("charging", NAME));
    var order = inOrder(shelf);
    order.verify(shelf).keep(any());
    order.verify(shelf).call(new Names(Map.of("charging", NAME), Map.of()));
    var followed = ArgumentCaptor.forClass(RoutingProfile.class);
    order.verify(shelf).follow(followed.capture());
    assertThat(followed.getValue().queues()).containsKey(CHARGING);
    var after = ArgumentCaptor.<Map<String, Object>>captor();
    verify(changes)
        .keep(
            any(),
            eq(NOW),
            eq(new Change.What("queue", "charging", Change.Action.CREATE)),
            eq(Map.of()),
            after.capture(),
            any());
    assertThat(after.getValue())
        .containsEntry("ownName", "充电桩 / Charging points")
        .containsEntry("demand", "general:1");
  }

  @Test
  void whatCanNotBeAddedIsRefused() throws Exception {
    assertRefused(
        Refused.Reason.CONFLICT, () -> desk.add(admin(), FAULT, NAME, asking("general:1")));
    assertRefused(
        Refused.Reason.INVALID, () -> desk.add(admin(), CHARGING, NAME, asking("charging")));
    desk.setSkills(admin(), SKILLS, Map.of());
    assertRefused(
        Refused.Reason.INVALID, () -> desk.add(admin(), CHARGING, NAME, asking("charging")));
    verify(shelf, never()).follow(any());

    when(shelf.skillsOfAgents()).thenReturn(List.of(Set.of(SKILL), RuleHouse.SKILLS));
    desk.add(admin(), CHARGING, NAME, asking("charging"));
    verify(shelf).follow(any());
  }

  @Test
  void aQueueGoesThatNobodyNeeds() throws Exception {
    desk.add(admin(), CHARGING, NAME, asking("general:1"));
    when(shelf.flowsTo(CHARGING)).thenReturn(List.of("main.v2.json"));
    assertRefused(Refused.Reason.INVALID, () -> desk.remove(admin(), CHARGING));
    when(shelf.flowsTo(CHARGING)).thenReturn(List.of());
    RuleForm old = RuleForm.of(Objects.requireNonNull(SETTLED.queues().get(FAULT)));
    RuleForm leading = leadingTo(old, "charging");
    rules.set(admin(), FAULT, Optional.of(leading), old);
    assertRefused(Refused.Reason.INVALID, () -> desk.remove(admin(), CHARGING));
    rules.set(admin(), FAULT, Optional.empty(), leading);

    KeptRules told = desk.remove(admin(), CHARGING);

    assertThat(told.queues()).noneMatch(KeptRules.Queue::own);
    assertThat(told.names()).isEqualTo(Names.NONE);
    verify(changes)
        .keep(
            any(),
            eq(NOW),
            eq(new Change.What("queue", "charging", Change.Action.REMOVE)),
            any(),
            eq(Map.of()),
            any());
    assertRefused(Refused.Reason.NOT_FOUND, () -> desk.remove(admin(), CHARGING));
    assertRefused(Refused.Reason.INVALID, () -> desk.remove(admin(), FAULT));
  }

  @Test
  void anAddedQueuesRuleIsChangedButNeverTheSettings() throws Exception {
    desk.add(admin(), CHARGING, NAME, asking("general:1"));
    RuleForm fresh = asking("fault:1|general:1");
    rules.set(admin(), CHARGING, Optional.of(fresh), asking("general:1"));
    assertRefused(
        Refused.Reason.INVALID, () -> rules.set(admin(), CHARGING, Optional.empty(), fresh));
  }

  @Test
  void everyQueueCanBeNamed() throws Exception {
    desk.name(admin(), FAULT, Optional.of(NAME), Optional.empty());
    verify(shelf).call(new Names(Map.of("fault", NAME), Map.of()));
    assertRefused(
        Refused.Reason.CONFLICT,
        () -> desk.name(admin(), FAULT, Optional.empty(), Optional.empty()));
    assertRefused(
        Refused.Reason.INVALID, () -> desk.add(admin(), CHARGING, NAME, asking("general:1")));
    desk.name(admin(), FAULT, Optional.empty(), Optional.of(NAME));
    verify(shelf).call(Names.NONE);
    desk.name(admin(), FAULT, Optional.empty(), Optional.empty());
    verify(shelf, never()).follow(any());

    desk.add(admin(), CHARGING, NAME, asking("general:1"));
    assertRefused(
        Refused.Reason.INVALID,
        () -> desk.name(admin(), CHARGING, Optional.empty(), Optional.of(NAME)));
  }

  @Test
  void aSkillStaysThatIsAskedForOrGranted() throws Exception {
    KeptRules told = desk.setSkills(admin(), SKILLS, Map.of());
    assertThat(told.ownSkills()).containsExactly(SKILL);
    assertThat(desk.skills()).contains(SKILL);
    assertRefused(Refused.Reason.CONFLICT, () -> desk.setSkills(admin(), Map.of(), Map.of()));

    desk.add(admin(), CHARGING, NAME, asking("charging|general"));
    assertRefused(Refused.Reason.INVALID, () -> desk.setSkills(admin(), Map.of(), SKILLS));
    desk.remove(admin(), CHARGING);
    when(shelf.skillsOfAgents()).thenReturn(List.of(Set.of(SKILL), RuleHouse.SKILLS));
    assertRefused(Refused.Reason.INVALID, () -> desk.setSkills(admin(), Map.of(), SKILLS));
    when(shelf.skillsOfAgents()).thenReturn(List.of(RuleHouse.SKILLS));
    assertThat(desk.setSkills(admin(), Map.of(), SKILLS).ownSkills()).isEmpty();
    assertThat(desk.skills()).isEqualTo(RuleHouse.SKILLS);
  }

  private static RuleForm asking(String demand) {
    RuleForm usual = RuleForm.of(SETTLED.usual());
    return with(usual, demand, usual.steps());
  }

  private static RuleForm leadingTo(RuleForm rule, String queue) {
    var step =
        new StepForm(
            60, StepForm.Act.ADD_QUEUE, Optional.empty(), Optional.empty(), Optional.of(queue));
    return with(
        rule, rule.demand(), Stream.concat(rule.steps().stream(), Stream.of(step)).toList());
  }

  private static RuleForm with(RuleForm rule, String demand, List<StepForm> steps) {
    return new RuleForm(
        demand,
        rule.strategy(),
        rule.promiseSeconds(),
        rule.wrapUpSeconds(),
        rule.affinitySeconds(),
        rule.mostWaiting(),
        steps,
        rule.overflow(),
        rule.overflowAfterSeconds(),
        rule.nobodyAfterSeconds());
  }
}
