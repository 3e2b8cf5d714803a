/**
 * What every caller is told or led by: emergency announcements, the storm switch and the rate of
 * calls that makes a storm by itself.
 */
@NullMarked
package io.voltline.domain.notice;

import org.jspecify.annotations.NullMarked;
