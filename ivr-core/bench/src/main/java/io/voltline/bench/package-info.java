/**
 * Measurements beside a peer in the same run, started by {@code ops/bench}. Nothing here decides
 * whether a test passes.
 */
@NullMarked
package io.voltline.bench;

import org.jspecify.annotations.NullMarked;
