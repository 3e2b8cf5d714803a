/**
 * An Asterisk that is none: callers who come in by FastAGI and an AMI that tells what a test wants
 * it to tell, both of which can be slow, flood, or break off at any byte; and a certificate nobody
 * vouches for. Knows nothing of the engine.
 */
@NullMarked
package io.voltline.testkit.fake;

import org.jspecify.annotations.NullMarked;
