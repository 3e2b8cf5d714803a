/**
 * The whole house, tried from outside as its users see it: by telephone, by browser and by the API.
 * Every test brings its own people and sends them home; none looks into the engine.
 */
@NullMarked
package io.voltline.acceptance;

import org.jspecify.annotations.NullMarked;
