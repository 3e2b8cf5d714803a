/** What supervisors tell the agents' desks: whom it reaches, and how long it holds. */
@NullMarked
package io.voltline.domain.broadcast;

import org.jspecify.annotations.NullMarked;
