/** How callers found a talk: the three ratings, how they are given, and who may be asked. */
@NullMarked
package io.voltline.domain.survey;

import org.jspecify.annotations.NullMarked;
