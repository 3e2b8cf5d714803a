/**
 * Faxes: documents on their way to somebody's fax machine, how often that is tried, and what came
 * in. Files, formats and telephony live in the engine.
 */
@NullMarked
package io.voltline.domain.fax;

import org.jspecify.annotations.NullMarked;
