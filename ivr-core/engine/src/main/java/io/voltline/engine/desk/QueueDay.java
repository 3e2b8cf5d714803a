package io.voltline.engine.desk;

import io.voltline.domain.kernel.QueueId;

/**
 * How one queue's calls of a day went so far. A call counts in the queue it came to last.
 *
 * @param answered by an agent
 * @param inTime of them within the promise
 * @param abandoned by callers who hung up while they waited
 * @param abandonedLate of them after the promise was broken
 */
public record QueueDay(QueueId queue, int answered, int inTime, int abandoned, int abandonedLate) {}
