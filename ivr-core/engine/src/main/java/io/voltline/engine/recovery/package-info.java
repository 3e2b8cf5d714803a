/**
 * What follows when a caller is dissatisfied: a quality check, a work order for the recovery, and a
 * place on the list that one shift hands to the next. Knows stores by their ports only.
 */
@NullMarked
package io.voltline.engine.recovery;

import org.jspecify.annotations.NullMarked;
