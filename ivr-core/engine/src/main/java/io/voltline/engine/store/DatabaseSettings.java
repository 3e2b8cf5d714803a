package io.voltline.engine.store;

import io.voltline.domain.kernel.Secret;

/**
 * Where the database is.
 *
 * @param url a JDBC URL, {@code jdbc:mariadb://host:port/name}
 * @param connections most connections at once, 2 or more
 */
public record DatabaseSettings(String url, String user, Secret password, int connections) {}
