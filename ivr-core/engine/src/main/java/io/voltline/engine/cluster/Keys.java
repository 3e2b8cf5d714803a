package io.voltline.engine.cluster;

import io.voltline.domain.kernel.AgentNo;

/**
 * Every key that Voltline keeps in Redis.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>holds</th><th>expires</th></tr>
 * <tr><td>{@code vl:session:1001}</td><td>string</td><td>SHA-256 of the token of the agent's one
 * session in hex; empty text once it was ended</td><td>a session's life after its last use</td></tr>
 * <tr><td>{@code vl:presence:1001}</td><td>hash</td><td>{@code state}, {@code reason}, {@code since}
 * and {@code until} (epoch milliseconds), {@code reachable}, {@code call}, {@code node}; what does
 * not apply is left out</td><td>7 days after the last change</td></tr>
 * </table>
 */
final class Keys {
  private Keys() {}

  static String session(AgentNo agent) {
    return "vl:session:" + agent;
  }

  static String presence(AgentNo agent) {
    return "vl:presence:" + agent;
  }
}
