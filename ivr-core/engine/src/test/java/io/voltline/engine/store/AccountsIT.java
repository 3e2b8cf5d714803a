package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.desk.Account;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AccountsIT {
  private static final AgentNo AGENT = new AgentNo("1001");
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private Database database;
  private SqlAccounts accounts;

  @BeforeEach
  void start() throws Exception {
    database = TestMariaDb.open(TestMariaDb.fresh());
    accounts = new SqlAccounts(database, ZoneId.of("Asia/Shanghai"), () -> now);
    change(
        """
        INSERT INTO account (agent_no, name, role, phone, password_hash, sip_password)
        VALUES ('1001', '测试', 'AGENT', 'SIP', 'hash', 's')
        """);
    change("INSERT INTO account_skill (agent_no, skill, level) VALUES ('1001', 'general', 5)");
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void aCertificateChangedInTheDatabaseIsReadTheNextTime() {
    assertThat(certificates()).containsExactly(Certificate.of(new SkillId("general"), 5));
    change("UPDATE account_skill SET reserve = TRUE, valid_until = '2027-02-28'");
    long end = Instant.parse("2027-02-28T16:00:00Z").toEpochMilli();
    assertThat(certificates())
        .containsExactly(new Certificate(new SkillId("general"), 5, true, OptionalLong.of(end)));
    assertThat(accounts.find(AGENT).map(Account::certificates)).contains(certificates());
  }

  @Test
  void aCertificateBeginsWithItsFirstDayWhereTheHouseStands() {
    change("UPDATE account_skill SET valid_from = '2026-11-23'");
    assertThat(certificates()).isEmpty();
    now = Instant.parse("2026-11-22T16:00:00Z");
    assertThat(certificates()).hasSize(1);
  }

  @Test
  void whoIsNotActiveIsNobody() {
    change("UPDATE account SET active = FALSE");
    assertThat(accounts.all()).isEmpty();
    assertThat(accounts.find(AGENT)).isEmpty();
  }

  @Test
  void aWrongRowTakesNothingButItself() {
    change("INSERT INTO account_skill (agent_no, skill, level) VALUES ('1001', 'fault', 11)");
    assertThat(certificates()).containsExactly(Certificate.of(new SkillId("general"), 5));
  }

  private List<Certificate> certificates() {
    return accounts.all().getFirst().certificates();
  }

  private void change(String sql) {
    database.transaction(handle -> handle.execute(sql));
  }
}
