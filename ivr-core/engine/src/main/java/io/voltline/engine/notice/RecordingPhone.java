package io.voltline.engine.notice;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Language;
import io.voltline.domain.notice.NoticeId;
import java.time.Duration;

/** Has the switch call somebody who says an announcement into the phone. */
@FunctionalInterface
public interface RecordingPhone {

  /**
   * What is recorded.
   *
   * @param name of the take, 1 to 64 letters, figures, hyphens and underscores
   * @param by who asked for it
   */
  record Take(NoticeId notice, Language language, String name, AgentNo by) {}

  /**
   * Rings the phone and lets whoever answers record, hear it and keep it. Returns at once.
   *
   * @param file where the switch writes, without its ending
   */
  void record(AgentNo phone, Take take, String file, Duration longest);
}
