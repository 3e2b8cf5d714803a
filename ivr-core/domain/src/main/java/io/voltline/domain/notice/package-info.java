/** What every caller is told or led by: emergency announcements and the storm switch. */
@NullMarked
package io.voltline.domain.notice;

import org.jspecify.annotations.NullMarked;
