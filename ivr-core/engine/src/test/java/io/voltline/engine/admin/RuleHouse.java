package io.voltline.engine.admin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
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
import io.voltline.engine.rules.BadRule;
import io.voltline.engine.rules.Ruled;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The desks of rules and queues over the usual settings, with whom they change things. */
final class RuleHouse {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  static final QueueId FAULT = new QueueId("fault");
  static final String PLACE = "voltline.conf, line 7";
  static final RoutingProfile SETTLED = SettingsLoader.routing(Map.of());
  static final Set<SkillId> SKILLS =
      Set.of(
          new SkillId("general"),
          new SkillId("fault"),
          new SkillId("inquiry"),
          new SkillId("complaint"));

  final RuleShelf shelf = mock();
  final ChangeBook changes = mock();
  final RuleDesk rules;

  RuleHouse() {
    when(shelf.skillsOfAgents()).thenReturn(List.of(SKILLS));
    doAnswer(
            asked -> {
              asked.getArgument(5, Runnable.class).run();
              return null;
            })
        .when(changes)
        .keep(any(), any(), any(), any(), any(), any());
    var settled = new RuleDesk.Settled(SETTLED, Map.of(FAULT, PLACE), SKILLS);
    try {
      rules = new RuleDesk(settled, Ruled.NOTHING, shelf, changes, InstantSource.fixed(NOW));
    } catch (BadRule e) {
      throw new IllegalStateException(e);
    }
  }

  static void assertRefused(Refused.Reason reason, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .asInstanceOf(InstanceOfAssertFactories.throwable(Refused.class))
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  static Actor admin() throws Refused {
    var account =
        new Account(
            new AgentNo("9001"), "测试", Role.ADMIN, PhoneKind.WEBRTC, List.of(), new Secret("s"));
    return Actor.of(account, "127.0.0.1");
  }
}
