package io.voltline.engine.admin;

import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.Names;
import io.voltline.engine.rules.ReasonForm;
import io.voltline.engine.rules.RuleForm;
import java.util.List;

/**
 * How queues are served, the limits on agents, and the reasons they may give for being busy.
 *
 * @param queues by name
 * @param limitsChanged whether the limits are others than the settings say
 * @param reasons in the order in which they are offered
 * @param reasonsChanged whether they are others than the program has
 * @param skills there are, by name
 * @param ownSkills those of them that were added here
 * @param names given to queues and skills
 */
public record KeptRules(
    List<Queue> queues,
    LimitForm limits,
    boolean limitsChanged,
    List<ReasonForm> reasons,
    boolean reasonsChanged,
    List<SkillId> skills,
    List<SkillId> ownSkills,
    Names names) {

  /**
   * One queue.
   *
   * @param rule it goes by
   * @param changed whether that is another than the settings say
   * @param own whether it was added here, so that the settings say nothing of it
   * @param place where the settings say it
   */
  public record Queue(String queue, RuleForm rule, boolean changed, boolean own, String place) {}
}
