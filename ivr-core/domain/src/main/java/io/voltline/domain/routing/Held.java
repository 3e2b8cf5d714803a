package io.voltline.domain.routing;

import org.jspecify.annotations.Nullable;

/** A skill in an agent's hands: a certificate, joined to the group of all who have the skill. */
final class Held {
  final AgentSlot agent;
  final SkillGroup group;
  final int level;
  final boolean reserve;

  /** Neighbours in the list of the idle. */
  @Nullable Held previous;

  @Nullable Held next;

  Held(AgentSlot agent, SkillGroup group, Certificate certificate) {
    this.agent = agent;
    this.group = group;
    this.level = certificate.level();
    this.reserve = certificate.reserve();
  }
}
