package io.voltline.engine.talk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.talk.PartKind;

/**
 * A talk that a supervisor's own phone is in.
 *
 * @param agent on whose talk
 * @param kind MONITOR, WHISPER, BARGE or INTERCEPT
 */
public record Supervision(CallId call, AgentNo agent, PartKind kind) {}
