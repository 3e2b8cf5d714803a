/**
 * What agents and supervisors do: sign in, change state, get the screen-pop, make work orders,
 * listen to recordings. Use cases and their ports; HTTP, SQL and Redis live in the adapters.
 */
@NullMarked
package io.voltline.engine.desk;

import org.jspecify.annotations.NullMarked;
