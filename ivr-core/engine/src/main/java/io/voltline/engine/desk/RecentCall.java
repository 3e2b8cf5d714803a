package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;
import java.util.Optional;

/** A customer's earlier call, in short. */
public record RecentCall(CallId call, Instant arrivedAt, Optional<AgentNo> answeredBy) {}
