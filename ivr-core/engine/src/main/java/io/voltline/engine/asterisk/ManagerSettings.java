package io.voltline.engine.asterisk;

import io.voltline.domain.kernel.Secret;
import java.time.Duration;

/**
 * How AMI is reached.
 *
 * @param probeEvery how often the link is asked whether it lives, one second or more
 * @param probeLimit how long an answer may take
 * @param longestPause the most between two attempts to connect; the first comes at once and each
 *     next pause doubles
 */
public record ManagerSettings(
    String host,
    int port,
    String user,
    Secret secret,
    Duration probeEvery,
    Duration probeLimit,
    Duration longestPause) {}
