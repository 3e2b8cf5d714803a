package io.voltline.domain.billing;

import java.time.LocalDate;

/**
 * What the meter showed.
 *
 * @param kwh since it was installed
 */
public record MeterReading(LocalDate day, long kwh) {}
