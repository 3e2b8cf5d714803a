/**
 * The switch: FastAGI for what happens on a caller's channel, AMI for what happens around it. The
 * only package that knows asterisk-java; it hands facts on and decides nothing.
 */
@NullMarked
package io.voltline.engine.asterisk;

import org.jspecify.annotations.NullMarked;
