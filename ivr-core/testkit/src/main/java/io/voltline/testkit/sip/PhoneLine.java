package io.voltline.testkit.sip;

/** An agent's SIP phone: the agent's number, and what the switch asks of who claims to be it. */
public record PhoneLine(String agentNo, String password) {
  @Override
  public String toString() {
    return agentNo;
  }
}
