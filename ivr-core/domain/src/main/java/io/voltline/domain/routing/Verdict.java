package io.voltline.domain.routing;

/** Why an agent was or was not chosen for a call. */
public enum Verdict {
  CHOSEN,
  /** Could have taken the call, but another agent ranks before. */
  LOWER_RANK,
  NOT_IDLE,
  NO_SKILL,
  PHONE_UNREACHABLE,
  /** Was offered this call before and did not take it. */
  ALREADY_TRIED
}
