/** How near routing comes to a centre in which every agent could take every call. */
@NullMarked
package io.voltline.bench.quality;

import org.jspecify.annotations.NullMarked;
