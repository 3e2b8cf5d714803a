/** What the desk makes of a talk: on hold, consulted about, passed on, more than two in it. */
@NullMarked
package io.voltline.domain.talk;

import org.jspecify.annotations.NullMarked;
