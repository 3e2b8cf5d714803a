/**
 * Call-backs: who is called back, when it may be tried and when it is given up. The dialling is the
 * engine's.
 */
@NullMarked
package io.voltline.domain.callback;

import org.jspecify.annotations.NullMarked;
