package io.voltline.domain.routing;

import io.voltline.domain.kernel.AgentNo;

/** One agent looked at for a call, and what was found. */
public record Candidate(AgentNo agent, Verdict verdict) {

  /** Short, for the log. */
  @Override
  public String toString() {
    return agent + "=" + verdict;
  }
}
