package io.voltline.domain.flow;

/**
 * A mistake in a flow.
 *
 * @param flow the flow's name
 * @param node the id of the node it stands at; empty text for the flow as a whole
 * @param message what is wrong, in English, without the place
 */
public record Finding(String flow, String node, String message) {}
