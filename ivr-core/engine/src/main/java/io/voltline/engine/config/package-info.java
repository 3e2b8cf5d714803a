/**
 * Typed settings, read once at the start and checked before anything else is done. The manual of
 * every option is {@code reference.conf}. Nothing here acts on a setting.
 */
@NullMarked
package io.voltline.engine.config;

import org.jspecify.annotations.NullMarked;
