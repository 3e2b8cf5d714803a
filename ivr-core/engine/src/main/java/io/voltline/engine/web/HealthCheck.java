package io.voltline.engine.web;

import java.util.function.BooleanSupplier;

/**
 * One thing the engine needs to be ready.
 *
 * @param name lower-case, such as {@code database}
 * @param up returns at once
 */
public record HealthCheck(String name, BooleanSupplier up) {}
