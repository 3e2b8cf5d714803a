package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;

/**
 * Keeps account of recordings: each one begun is entered at once and finished, discarded, or told
 * missing, later.
 */
public interface Recorder {

  /**
   * Enters a recording before the agent is rung and names the raw file the switch shall write,
   * without a folder. Returns at once.
   */
  String begin(CallId call, AgentNo agent, Instant at);

  /** The switch has closed the file of this name. Returns at once; the work is done behind. */
  void finished(String fileName);

  /** The agent did not answer: the file holds nothing and goes with its entry. Returns at once. */
  void discarded(String fileName);
}
