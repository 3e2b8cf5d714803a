package io.voltline.domain.customer;

/** The person who looks after a key customer, and that person's fixed number. */
public record AccountManager(String name, String phone) {}
