package io.voltline.engine.recovery;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that is to be scored by quality staff (抽检).
 *
 * @param agent who talked
 * @param reason why it was drawn: DISSATISFIED
 */
public record QualityDraw(CallId call, Optional<AgentNo> agent, String reason, Instant drawnAt) {}
