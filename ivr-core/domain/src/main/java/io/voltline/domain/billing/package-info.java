/**
 * Prices by step and what becomes of them: tariffs with region and validity, bills, meter readings.
 */
@NullMarked
package io.voltline.domain.billing;

import org.jspecify.annotations.NullMarked;
