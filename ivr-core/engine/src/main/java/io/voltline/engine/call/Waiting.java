package io.voltline.engine.call;

import java.time.Duration;

/**
 * How callers wait.
 *
 * @param tellFirst wait after which a caller is told place and wait for the first time
 * @param tellEvery from one telling to the next
 * @param choicesAfter wait after which a call-back or a message is offered where the flow has a way
 *     for it
 * @param demands what callers ask of an agent
 */
public record Waiting(
    Duration tellFirst, Duration tellEvery, Duration choicesAfter, Demands demands) {}
