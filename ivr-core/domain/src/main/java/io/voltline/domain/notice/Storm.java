package io.voltline.domain.notice;

import java.time.Instant;

/**
 * What the rate of calls says by itself, whatever people say.
 *
 * @param on whether so many calls come in that it is a storm
 * @param since when it began to be so, or not to be so
 */
public record Storm(boolean on, Instant since) {}
