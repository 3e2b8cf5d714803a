package io.voltline.engine.selfservice;

import io.voltline.domain.callback.CallBackRule;
import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.routing.Demand;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What holds for the callers' services.
 *
 * @param limit how long one answer may take
 * @param repeatWindow over which calls of one number are counted
 * @param urgePause how long after one urging the next one counts
 * @param usualQueue of call-backs that are asked for before a queue is reached
 * @param usualDemand what that queue asks for at this moment
 */
public record ServiceRules(
    Duration limit,
    Duration repeatWindow,
    Duration urgePause,
    CallBackRule callBacks,
    QueueId usualQueue,
    Supplier<Demand> usualDemand) {}
