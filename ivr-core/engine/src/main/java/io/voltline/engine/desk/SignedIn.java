package io.voltline.engine.desk;

import java.util.Optional;

/**
 * A session just made or asked for.
 *
 * @param token what the client shows from now on; only its hash is kept
 * @param currentCall the screen-pop of the call being rung, talked on or wrapped up
 */
public record SignedIn(String token, Agent agent, Optional<DeskEvent.CallOffered> currentCall) {
  @Override
  public String toString() {
    return "SignedIn[" + agent.account().agentNo() + "]";
  }
}
