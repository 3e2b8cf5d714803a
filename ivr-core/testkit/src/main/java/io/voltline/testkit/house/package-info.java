/**
 * A whole house as its users see it: brought up and down by {@code ops/}, asked by the API, heard
 * by its events. Nothing of the engine's inside is known here.
 */
@NullMarked
package io.voltline.testkit.house;

import org.jspecify.annotations.NullMarked;
