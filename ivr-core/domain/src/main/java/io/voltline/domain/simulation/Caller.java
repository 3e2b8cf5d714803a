package io.voltline.domain.simulation;

/**
 * Somebody who calls. All that chance decides of a caller is drawn before the call, so that two
 * simulations with the same arrivals see the same callers whatever they do with them.
 *
 * @param holdMillis how long the talk will take
 * @param patienceMillis wait after which the caller gives up
 */
public record Caller(long atMillis, CallClass asks, long holdMillis, long patienceMillis) {}
