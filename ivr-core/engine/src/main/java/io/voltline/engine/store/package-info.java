/**
 * MariaDB: the schema, first-start data, and the ports of calls, desks and dispatch that keep or
 * look up something lasting. The only place that knows SQL; knows nothing of HTTP or the switch.
 */
@NullMarked
package io.voltline.engine.store;

import org.jspecify.annotations.NullMarked;
