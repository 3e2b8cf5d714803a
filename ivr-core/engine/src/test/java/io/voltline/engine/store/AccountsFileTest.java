package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountsFileTest {
  private static final String ACCOUNT =
      """
      [{"agentNo":"1001","name":"n","role":"agent","password":"p","sipPassword":"s","phone":"sip",
        "skills":{"fault":3},"certificates":{"fault":{"validUntil":"2026-12-31"}}}]
      """;
  @TempDir private Path folder;

  @Test
  void whatIsRightIsRead() {
    assertThatCode(() -> read(ACCOUNT)).doesNotThrowAnyException();
    assertThatCode(() -> read(ACCOUNT.replaceFirst(",\"certificates.*(?=}])", "")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"agentNo\":\"1001\"|\"agentNo\":\"1\"|agent 1, agentNo",
        "\"agent\"|\"boss\"|agent 1001, role",
        "\"sip\"|\"fax\"|agent 1001, phone",
        "\"fault\":3|\"fault\":11|agent 1001, skills.fault: level",
        "\"fault\":3|\"general\":3|agent 1001, certificates.fault: not among the skills",
        "[{|[|accounts.json, line 1",
        "validUntil|validTill|accounts.json[0].certificates.fault.validTill: Unrecognized property",
        "2026-12-31|2026-02-30|line 2: Cannot deserialize value of type `java.time.LocalDate`"
      })
  void whatIsWrongIsRefusedWithThePlace(String right, String wrong, String place) {
    assertThatThrownBy(() -> read(ACCOUNT.replace(right, wrong)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("accounts.json")
        .hasMessageContaining(place);
  }

  private void read(String accounts) throws IOException {
    var _ = AccountsFile.read(Files.writeString(folder.resolve("accounts.json"), accounts));
  }
}
