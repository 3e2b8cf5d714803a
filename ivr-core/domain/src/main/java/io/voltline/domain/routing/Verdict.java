package io.voltline.domain.routing;

/** Why an agent was or was not chosen for a call. */
public enum Verdict {
  CHOSEN,
  /** Could have taken the call, but another agent ranks before. */
  LOWER_RANK,
  /** Could have taken the call, but it waits a while for the agent it prefers. */
  HELD_FOR_PREFERRED,
  NOT_IDLE,
  NO_SKILL,
  /** Has the skill, but below the level asked for. */
  LEVEL_TOO_LOW,
  /** Is certified as a reserve, which was not opened for the call yet. */
  RESERVE_CLOSED,
  PHONE_UNREACHABLE,
  /** Was offered this call before and did not take it. */
  ALREADY_TRIED
}
