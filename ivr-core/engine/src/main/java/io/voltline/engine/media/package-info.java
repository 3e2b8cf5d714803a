/**
 * Recordings as files: from the raw audio the switch spools to a finished, checked WAV file. The
 * ledger itself is behind {@code desk.RecordingIndex}.
 */
@NullMarked
package io.voltline.engine.media;

import org.jspecify.annotations.NullMarked;
