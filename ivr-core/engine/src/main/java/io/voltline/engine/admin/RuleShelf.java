package io.voltline.engine.admin;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.RoutingProfile;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.Ruled;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Where changed rules are kept, who goes by them, and who could serve. */
public interface RuleShelf {

  /** Keeps them for the next start. */
  void keep(Ruled ruled) throws IOException;

  /** Routing goes by these from now on, for callers who wait too. */
  void follow(RoutingProfile profile);

  /** Agents choose among these from now on. */
  void offer(List<ReasonForm> reasons);

  /** Desks call queues and skills by these names from now on. */
  void call(Names names);

  /** The flows that lead callers to this queue, and versions that stand by, by name. */
  List<String> flowsTo(QueueId queue);

  /** The skills of each account that can sign in. May block; throws Unavailable. */
  List<Set<SkillId>> skillsOfAgents();
}
