/**
 * A call centre in virtual time around the production {@code RoutingCore}: callers who arrive,
 * wait, give up and call again, agents with shifts who answer or let it ring. Same scenario and
 * seed, same result.
 */
@NullMarked
package io.voltline.domain.simulation;

import org.jspecify.annotations.NullMarked;
