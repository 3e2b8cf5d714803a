/**
 * Real-time audio on the wire: packets, key presses, and a party that talks and listens. Who calls
 * whom is not known here: that is {@code testkit.sip}.
 */
@NullMarked
package io.voltline.testkit.rtp;

import org.jspecify.annotations.NullMarked;
