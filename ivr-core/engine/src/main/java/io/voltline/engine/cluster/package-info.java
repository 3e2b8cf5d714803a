/**
 * What engines share through Redis: sessions and presence. Losing it loses no call; every question
 * that Redis can't answer in time ends in {@code Unavailable}. The keys are all in {@code Keys}.
 */
@NullMarked
package io.voltline.engine.cluster;

import org.jspecify.annotations.NullMarked;
