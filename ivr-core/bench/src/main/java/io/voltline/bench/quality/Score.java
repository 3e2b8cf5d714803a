package io.voltline.bench.quality;

/**
 * How one policy did: waits in seconds, of callers with a line.
 *
 * @param classGap how much longer the type that waits longest waits in the mean than the one that
 *     waits least
 */
record Score(double meanWait, double p99Wait, double classGap, double blocking) {}
