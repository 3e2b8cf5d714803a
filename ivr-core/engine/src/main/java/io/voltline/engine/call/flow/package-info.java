/**
 * Flows as they stand on disk: read from JSON, checked, and refused with the file, line and node of
 * every mistake. What a flow means lives in {@code domain.flow}.
 */
@NullMarked
package io.voltline.engine.call.flow;

import org.jspecify.annotations.NullMarked;
