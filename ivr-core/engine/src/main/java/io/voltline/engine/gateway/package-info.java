/** Services outside the house, each behind a port of a use case: voices that speak free text. */
@NullMarked
package io.voltline.engine.gateway;

import org.jspecify.annotations.NullMarked;
