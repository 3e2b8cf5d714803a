package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Accounts;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts that are active, with the certificates that have begun, kept as last read, so that
 * agents can sign in while the database is down.
 */
public final class SqlAccounts implements Accounts {
  private static final Logger log = LoggerFactory.getLogger(SqlAccounts.class);

  private record Known(Account account, String passwordHash) {}

  /** Compared with when there is no such agent, so that the answer takes as long. */
  private static final class Nobody {
    static final String HASH = Passwords.hash("nobody");
  }

  private final Database database;
  private final ZoneId zone;
  private final InstantSource clock;
  private final AtomicReference<Map<AgentNo, Known>> known = new AtomicReference<>(Map.of());

  /**
   * Reads accounts when first asked.
   *
   * @param zone in which the days of a certificate begin and end
   */
  public SqlAccounts(Database database, ZoneId zone, InstantSource clock) {
    this.database = database;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Optional<Account> find(AgentNo agent) {
    return Optional.ofNullable(known().get(agent)).map(Known::account);
  }

  @Override
  public List<Account> all() {
    return read().values().stream().map(Known::account).toList();
  }

  @Override
  public boolean verify(AgentNo agent, String password) {
    Known account = known().get(agent);
    boolean matches =
        Passwords.matches(password, account == null ? Nobody.HASH : account.passwordHash());
    return account != null && matches;
  }

  private Map<AgentNo, Known> known() {
    Map<AgentNo, Known> now = known.get();
    return now.isEmpty() ? read() : now;
  }

  private Map<AgentNo, Known> read() {
    Map<AgentNo, Known> now = database.read(this::read);
    known.set(now);
    return now;
  }

  private Map<AgentNo, Known> read(Handle handle) {
    var certificates = new HashMap<String, List<Certificate>>();
    handle
        .select(
            "SELECT * FROM account_skill WHERE valid_from IS NULL OR valid_from <= ?",
            LocalDate.ofInstant(clock.instant(), zone))
        .map((rs, ctx) -> Map.entry(rs.getString("agent_no"), certificate(new Row(rs))))
        .forEach(
            held ->
                certificates
                    .computeIfAbsent(held.getKey(), agent -> new ArrayList<>())
                    .addAll(held.getValue().stream().toList()));
    var accounts = new LinkedHashMap<AgentNo, Known>();
    handle
        .select("SELECT * FROM account WHERE active ORDER BY agent_no")
        .map((rs, ctx) -> known(new Row(rs), certificates))
        .forEach(read -> accounts.put(read.account().agentNo(), read));
    return Collections.unmodifiableMap(accounts);
  }

  /** One wrong row takes its certificate from one agent, and not the accounts from everybody. */
  private Optional<Certificate> certificate(Row row) throws SQLException {
    var end = row.maybeDay("valid_until").map(last -> last.plusDays(1).atStartOfDay(zone));
    try {
      return Optional.of(
          new Certificate(
              new SkillId(row.text("skill")),
              row.number("level"),
              row.flag("reserve"),
              end.map(e -> OptionalLong.of(e.toInstant().toEpochMilli()))
                  .orElse(OptionalLong.empty())));
    } catch (IllegalArgumentException e) {
      log.error("account_skill of agent {}: {}", row.text("agent_no"), e.getMessage());
      return Optional.empty();
    }
  }

  private static Known known(Row row, Map<String, List<Certificate>> certificates)
      throws SQLException {
    var agent = row.text("agent_no");
    var account =
        new Account(
            new AgentNo(agent),
            row.text("name"),
            row.text("role", Role::valueOf),
            row.text("phone", PhoneKind::valueOf),
            certificates.getOrDefault(agent, List.of()),
            new Secret(row.text("sip_password")));
    return new Known(account, row.text("password_hash"));
  }
}
