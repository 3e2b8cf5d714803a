package io.voltline.engine.desk;

import io.voltline.domain.kernel.AgentNo;
import java.time.Instant;
import java.util.Optional;

/**
 * How an agent heard the caller, as the browser phone measured it.
 *
 * @param since the beginning of what was measured; a page that was refreshed begins anew
 * @param seconds how long it was measured
 * @param lossPercent of the packets due, 0 to 100; those too late to be played are lost
 * @param jitterMillis mean of the interarrival jitter (RFC 3550)
 * @param roundTripMillis to the switch and back; empty when the browser could not tell
 * @param mos mean opinion score as estimated, 1 to 4.5
 * @param mosLowest that of the worst stretch
 */
public record CallQuality(
    AgentNo agentNo,
    Instant since,
    double seconds,
    double lossPercent,
    double jitterMillis,
    Optional<Double> roundTripMillis,
    double mos,
    double mosLowest) {}
