package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;

/** Sessions of agents and everybody else with an account. May block. */
public interface SignIn {

  /**
   * A later sign-in ends the earlier one of the same agent, who is told.
   *
   * @param agentNo as typed
   * @param address of the client, for counting attempts
   * @throws Refused INVALID_CREDENTIALS, or TOO_MANY_ATTEMPTS with the time to wait
   */
  SignedIn signIn(String agentNo, String password, String address) throws Refused;

  /**
   * The account a token belongs to; each use keeps the session alive.
   *
   * @throws Refused UNAUTHORIZED
   */
  Account authenticate(String token) throws Refused;

  /**
   * The session of this token, for a page that was refreshed.
   *
   * @throws Refused UNAUTHORIZED
   */
  SignedIn current(String token) throws Refused;

  /**
   * Signs somebody out, whoever asks.
   *
   * @throws Refused TALKING
   */
  void signOut(AgentNo agent) throws Refused;

  /**
   * Ends the session of this token.
   *
   * @throws Refused UNAUTHORIZED, TALKING
   */
  void signOut(String token) throws Refused;
}
