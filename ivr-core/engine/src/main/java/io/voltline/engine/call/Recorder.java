package io.voltline.engine.call;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import java.time.Instant;

/**
 * Keeps account of recordings: each one begun is entered at once and finished, discarded, or told
 * missing, later. Every method returns at once.
 */
public interface Recorder {

  /**
   * Enters a recording before phones ring and names the raw file the switch shall write, without a
   * folder.
   */
  String begin(CallId call, Instant at);

  /**
   * Names the file, without a folder, in which the switch shall take a message. The name tells
   * neither call nor caller.
   */
  String messageFile(Instant at);

  /** Nothing was said: the file of a message goes. */
  void nothingSaid(String messageFile);

  /** The file holds a talk with this agent. */
  void heard(String fileName, AgentNo agent);

  /** The switch has closed the file of this name; the work is done behind. */
  void finished(String fileName);

  /** Nobody answered: the file holds nothing and goes with its entry. */
  void discarded(String fileName);
}
