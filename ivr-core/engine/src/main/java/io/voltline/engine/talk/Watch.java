package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.talk.PartKind;

/**
 * A supervisor on a call.
 *
 * @param agent on whose talk
 * @param part by which the record knows it
 */
record Watch(AgentNo supervisor, AgentNo agent, PartKind kind, long part) {}
