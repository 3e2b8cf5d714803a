/**
 * A caller's way through the menus, as data: the nodes of a flow, the pure function that walks them
 * and the check that finds mistakes before a caller does. No files, no audio, no waiting.
 */
@NullMarked
package io.voltline.domain.flow;

import org.jspecify.annotations.NullMarked;
