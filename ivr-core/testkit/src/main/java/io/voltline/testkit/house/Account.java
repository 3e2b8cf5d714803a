package io.voltline.testkit.house;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One line of {@code var/accounts.json}.
 *
 * @param role agent, supervisor, quality or admin
 * @param phone webrtc or sip
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Account(
    String agentNo, String name, String role, String password, String sipPassword, String phone) {
  @Override
  public String toString() {
    return agentNo;
  }
}
