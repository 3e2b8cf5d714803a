/**
 * What every caller is told or led by: the storm switch, the rate of calls beside it, and emergency
 * announcements, spoken by the voice or recorded. No SQL, no files, no switch: ports to them.
 */
@NullMarked
package io.voltline.engine.notice;

import org.jspecify.annotations.NullMarked;
