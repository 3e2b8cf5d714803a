package io.voltline.engine.admin;

import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.rules.LimitForm;
import io.voltline.engine.rules.RuleForm;
import java.util.List;

/**
 * How queues are served, and the limits on agents.
 *
 * @param queues by name
 * @param limitsChanged whether the limits are others than the settings say
 * @param skills there are, by name
 */
public record KeptRules(
    List<Queue> queues, LimitForm limits, boolean limitsChanged, List<SkillId> skills) {

  /**
   * One queue.
   *
   * @param rule it goes by
   * @param changed whether that is another than the settings say
   * @param place where the settings say it
   */
  public record Queue(String queue, RuleForm rule, boolean changed, String place) {}
}
