package io.voltline.engine.boot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.engine.config.Settings;
import io.voltline.engine.config.SettingsLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedQueuesTest {
  private static final String ALL = "{\"general\":5,\"fault\":3,\"inquiry\":3,\"complaint\":3}";

  @TempDir private Path folder = Path.of("");

  @Test
  void theShippedRulesSuitTheAccountsOfANewHouse() throws IOException {
    Settings settings = settings(ALL, "");

    assertThatCode(() -> ServedQueues.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void aQueueNobodyServesStopsTheStartAndIsNamedWithItsPlace() throws IOException {
    Settings settings = settings("{\"general\":5}", "queues.extra = \"complaint\"");

    assertThatThrownBy(() -> ServedQueues.check(settings))
        .isInstanceOf(StartFailed.class)
        .hasMessage(
            "queue extra: no account has the skills it asks for, not even after its last step"
                + " (voltline.routing.queues.extra, %s, line 4)",
            config());
  }

  @Test
  void anAccountWithoutLevelOrReserveServesAQueueOnceItsStepsSaySo() throws IOException {
    Settings settings =
        settings(
            "{\"general\":5}",
            "queues.extra { skills = \"complaint\", steps = [{ after = 9s, add-queue = general }] }");

    assertThatCode(() -> ServedQueues.check(settings)).doesNotThrowAnyException();
  }

  @Test
  void accountsThatCantBeReadHoldNothingUp() throws IOException {
    Settings settings = settings(ALL, "");
    Files.delete(folder.resolve("accounts.json"));

    assertThatCode(() -> ServedQueues.check(settings)).doesNotThrowAnyException();
  }

  /** One account with these skills. */
  private Settings settings(String skills, String routing) throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.json"),
            """
            [{"agentNo":"1001","name":"a","role":"agent","password":"p","sipPassword":"s",
              "phone":"sip","skills":%s}]
            """
                .formatted(skills));
    Files.writeString(
        config(),
        """
        voltline.ami.secret = a
        voltline.database.password = b
        voltline.paths.accounts = "%s"
        voltline.routing { %s }
        """
            .formatted(accounts, routing));
    return SettingsLoader.load(Map.of("VOLTLINE_CONFIG", config().toString()));
  }

  private Path config() {
    return folder.resolve("voltline.conf");
  }
}
