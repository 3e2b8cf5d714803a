/**
 * Scripted callers and desk phones. SIPp does the signalling, by the scenarios beside this package;
 * it is told what to do, and tells what happens, over its third-party control link. Audio is {@code
 * testkit.rtp}'s.
 */
@NullMarked
package io.voltline.testkit.sip;

import org.jspecify.annotations.NullMarked;
