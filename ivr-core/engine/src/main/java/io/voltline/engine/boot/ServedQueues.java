package io.voltline.engine.boot;

import io.voltline.domain.kernel.QueueId;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.config.Settings;
import io.voltline.engine.store.AccountsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses queues of the settings that no account could ever serve: their callers would wait for
 * nobody. Where administrators change rules, that was looked at then.
 */
final class ServedQueues {
  private static final Logger log = LoggerFactory.getLogger(ServedQueues.class);

  private ServedQueues() {}

  static void check(Settings settings) throws StartFailed {
    Path file = settings.paths().accounts();
    if (!Files.isReadable(file)) {
      log.warn("{} can't be read: whether every queue is served is not known", file);
      return;
    }
    List<Set<SkillId>> agents = AccountsFile.read(file).skills();
    for (QueueId queue : settings.settled().unserved(agents)) {
      throw new StartFailed(
          "queue %s: no account has the skills it asks for, not even after its last step (%s)"
              .formatted(queue, settings.queuePlaces().get(queue)));
    }
  }
}
