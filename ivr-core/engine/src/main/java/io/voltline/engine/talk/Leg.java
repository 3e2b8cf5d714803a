package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.util.Optional;

/**
 * A channel of the switch.
 *
 * @param id unique; that of a caller's own channel is the call's
 * @param call the call it belongs to
 * @param agent whose phone it is
 * @param up whether it is off the hook
 */
public record Leg(String channel, String id, CallId call, Optional<AgentNo> agent, boolean up) {}
