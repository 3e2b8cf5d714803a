/**
 * How figures, money, days and times are said: each becomes a row of prompts, recorded words {@code
 * say-*} of the sound manifest. No files, no audio.
 */
@NullMarked
package io.voltline.domain.speech;

import org.jspecify.annotations.NullMarked;
