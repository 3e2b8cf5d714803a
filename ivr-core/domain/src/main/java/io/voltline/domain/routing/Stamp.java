package io.voltline.domain.routing;

/**
 * What the one who hands an event over writes on it.
 *
 * @param seq grows with every event; breaks ties
 * @param atMillis milliseconds since the epoch; never goes back
 */
public record Stamp(long seq, long atMillis) {}
