/**
 * Sound at 8 kHz, 16 bit, one channel: where it comes from, how it is coded, and what an ear makes
 * of it. No network and no threads live here.
 */
@NullMarked
package io.voltline.testkit.audio;

import org.jspecify.annotations.NullMarked;
