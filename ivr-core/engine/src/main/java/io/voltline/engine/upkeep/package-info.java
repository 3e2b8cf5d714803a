/** What an engine does again and again without being asked. Knows nobody; whoever looks uses it. */
@NullMarked
package io.voltline.engine.upkeep;

import org.jspecify.annotations.NullMarked;
