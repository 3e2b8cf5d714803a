package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.desk.Account;
import io.voltline.engine.desk.Accounts;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/**
 * Accounts, read once and then kept: they do not change while an engine runs, and agents can sign
 * in while the database is down.
 */
public final class SqlAccounts implements Accounts {
  private record Known(Account account, String passwordHash) {}

  /** Compared with when there is no such agent, so that the answer takes as long. */
  private static final class Nobody {
    static final String HASH = Passwords.hash("nobody");
  }

  private final Database database;
  private final AtomicReference<Map<AgentNo, Known>> known = new AtomicReference<>(Map.of());

  public SqlAccounts(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Account> find(AgentNo agent) {
    return Optional.ofNullable(known().get(agent)).map(Known::account);
  }

  @Override
  public List<Account> all() {
    return known().values().stream().map(Known::account).toList();
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
    if (now.isEmpty()) {
      now = database.read(SqlAccounts::read);
      known.set(now);
    }
    return now;
  }

  private static Map<AgentNo, Known> read(Handle handle) {
    var skills = new HashMap<String, Map<SkillId, Integer>>();
    handle
        .select("SELECT * FROM account_skill")
        .map(
            (rs, ctx) ->
                skills
                    .computeIfAbsent(rs.getString("agent_no"), agent -> new HashMap<>())
                    .put(new SkillId(rs.getString("skill")), rs.getInt("level")))
        .list();
    var accounts = new LinkedHashMap<AgentNo, Known>();
    handle
        .select("SELECT * FROM account ORDER BY agent_no")
        .map((rs, ctx) -> known(new Row(rs), skills))
        .forEach(read -> accounts.put(read.account().agentNo(), read));
    return Collections.unmodifiableMap(accounts);
  }

  private static Known known(Row row, Map<String, Map<SkillId, Integer>> skills)
      throws SQLException {
    var agent = row.text("agent_no");
    var account =
        new Account(
            new AgentNo(agent),
            row.text("name"),
            row.text("role", Role::valueOf),
            row.text("phone", PhoneKind::valueOf),
            skills.getOrDefault(agent, Map.of()),
            new Secret(row.text("sip_password")));
    return new Known(account, row.text("password_hash"));
  }
}
