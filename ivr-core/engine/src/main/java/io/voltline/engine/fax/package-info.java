/**
 * Faxes: sends what callers asked for, makes work orders of what came in, opens what was kept. No
 * SQL, no files, no switch: ports to them.
 */
@NullMarked
package io.voltline.engine.fax;

import org.jspecify.annotations.NullMarked;
