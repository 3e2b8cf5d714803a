/**
 * The ledger of recordings: what was begun, what became of it. Files and formats live in the
 * engine.
 */
@NullMarked
package io.voltline.domain.recording;

import org.jspecify.annotations.NullMarked;
