/**
 * What callers hear that no prompt was made for: figures as rows of recorded words, and free text
 * spoken by a voice and kept. Voices are behind a port.
 */
@NullMarked
package io.voltline.engine.speech;

import org.jspecify.annotations.NullMarked;
