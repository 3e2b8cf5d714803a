package io.voltline.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.alarm.AlarmRule;
import io.voltline.domain.kernel.QueueId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {
  private static final String SECRETS =
      """
      voltline.ami.secret = "ami-secret"
      voltline.database.password = "db-secret"
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatIsNotSetIsTheDocumentedDefault() throws IOException {
    Settings settings = load(SECRETS);

    assertThat(settings.httpPort()).isEqualTo(8080);
    assertThat(settings.routing().usual().promiseMillis()).isEqualTo(12_000);
    assertThat(settings.routing().queues()).containsKey(new QueueId("general"));
    assertThat(settings.desk().session()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.alarms())
        .isEqualTo(
            new AlarmRule(
                60,
                40,
                10,
                6,
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10)));
  }

  @Test
  void theFileGoesOverTheDefaultsAndTheEnvironmentOverTheFile() throws IOException {
    Path file =
        file(
            SECRETS
                + """
                voltline { http { port = 18080 }, database { url = "jdbc:mariadb://file/voltline" } }
                """);

    Settings settings =
        SettingsLoader.load(
            Map.of(
                "VOLTLINE_CONFIG", file.toString(),
                "VOLTLINE_DB_URL", "jdbc:mariadb://environment/voltline",
                "VOLTLINE_REDIS_URL", "redis://environment:6379"));

    assertThat(settings.httpPort()).isEqualTo(18_080);
    assertThat(settings.database().url()).isEqualTo("jdbc:mariadb://environment/voltline");
    assertThat(settings.redis().url().reveal()).isEqualTo("redis://environment:6379");
  }

  @Test
  void secretsDontPrintThemselves() throws IOException {
    assertThat(
            load(SECRETS + "voltline.redis.url = \"redis://default:redis-secret@h:1\"").toString())
        .doesNotContain("ami-secret", "db-secret", "redis-secret");
  }

  @Test
  void aSecretThatIsNotSetIsNamed() {
    assertThatThrownBy(() -> SettingsLoader.load(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage("voltline.ami.secret: must be set, it has no default");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http.port = 70000               | voltline.http.port: 70000 is not within 1 to 65535
          http.port = many                | voltline.http.port: 'many' is of the wrong kind
          http = 8080                     | voltline.http: no such option
          routing.max-rings = 8s          | voltline.routing.max-rings: no such option
          routing.promise = 12            | voltline.routing.promise: 12ms is not within 1s to 600s
          routing.promise = soon          | voltline.routing.promise: 'soon' is of the wrong kind
          routing.min-ring = 20s          | voltline.routing.min-ring: 20000 is not within 1000 to 9800
          routing.queues.general = Geral  | voltline.routing.queues.general: not a valid SkillId: 'Geral'
          zone = Mars/Olympus             | voltline.zone: no such time zone
          desk.attempts = 0               | voltline.desk.attempts: 0 is not within 1 to 1000
          speech.espeak = []              | voltline.speech.espeak: names no program
          speech.service = "ftp://h/"     | voltline.speech.service: 'ftp://h/' is no http or https address
          self-service.sms-gateway = operator | voltline.self-service.sms-gateway: 'operator' is not one of [loopback]
          self-service.call-back.until = "21:30" | voltline.self-service.call-back.until: call-backs from 08:00 until 21:30 reach into the night
          self-service.call-back.from = eight | voltline.self-service.call-back.from: 'eight' is no time of day such as 08:00
          self-service.call-back.pauses = [5m, 1s] | voltline.self-service.call-back.pauses: 1s is not within 10s to 86400s
          self-service.call-back.queue = nowhere | voltline.self-service.call-back.queue: no queue 'nowhere'
          fax.lines = 0                   | voltline.fax.lines: 0 is not within 1 to 100
          fax.pauses = [2m, 25h]          | voltline.fax.pauses: 90000s is not within 1s to 86400s
          fax.pauses = [1s,1s,1s,1s,1s,1s,1s,1s,1s,1s] | voltline.fax.pauses: more than 9 pauses
          """)
  void aWrongSettingIsOneLineThatNamesKeyFileAndLine(String line, String message)
      throws IOException {
    Path file = file(SECRETS + "voltline." + line + "\n");

    assertThatThrownBy(() -> SettingsLoader.load(Map.of("VOLTLINE_CONFIG", file.toString())))
        .isInstanceOf(SettingsException.class)
        .hasMessage(message + " (" + file + ", line 3)");
  }

  @Test
  void aFileThatCantBeParsedNamesItsLine() throws IOException {
    Path file = file(SECRETS + "voltline { http {\n");

    assertThatThrownBy(() -> SettingsLoader.load(Map.of("VOLTLINE_CONFIG", file.toString())))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(file + ", line ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SettingsLoader.load(Map.of("VOLTLINE_CONFIG", "nowhere.conf")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("nowhere.conf");
  }

  private Settings load(String text) throws IOException {
    return SettingsLoader.load(Map.of("VOLTLINE_CONFIG", file(text).toString()));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("voltline.conf"), text);
  }
}
