package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.domain.kernel.SkillId;
import io.voltline.engine.admin.AccountForm;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.Grant;
import io.voltline.engine.admin.KeptAccount;
import io.voltline.engine.admin.KeptAccounts;
import io.voltline.engine.admin.PhoneBook;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The accounts as administrators keep them, in MariaDB. */
public final class SqlKeptAccounts implements KeptAccounts {
  private static final String KIND = "account";

  private final Database database;

  public SqlKeptAccounts(Database database) {
    this.database = database;
  }

  @Override
  public List<KeptAccount> all() {
    return database.read(handle -> select(handle, "ORDER BY agent_no"));
  }

  @Override
  public Optional<KeptAccount> find(AgentNo agent) {
    return database.read(handle -> find(handle, agent, ""));
  }

  @Override
  public List<PhoneBook.Phone> phones() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM account WHERE active AND at_desk ORDER BY agent_no")
                .map((rs, ctx) -> phone(new Row(rs)))
                .list());
  }

  private static PhoneBook.Phone phone(Row row) throws SQLException {
    return new PhoneBook.Phone(
        row.text("agent_no", AgentNo::new),
        row.text("phone", PhoneKind::valueOf),
        row.text("sip_password", Secret::new));
  }

  @Override
  public boolean add(
      AgentNo agent, AccountForm form, NewPasswords passwords, Actor by, Instant at) {
    String hash = Passwords.hash(passwords.desk().reveal());
    return database.transaction(
        handle -> {
          boolean added =
              handle.execute(
                      """
                      INSERT IGNORE INTO account
                        (agent_no, name, role, phone, password_hash, sip_password, active, at_desk)
                      VALUES (?, ?, ?, ?, ?, ?, ?, TRUE)
                      """,
                      agent,
                      form.name(),
                      form.role().name(),
                      form.phone().name(),
                      hash,
                      passwords.sip().reveal(),
                      form.active())
                  > 0;
          if (added) {
            grant(handle, agent, form.grants());
            note(handle, by, at, agent, Change.Action.CREATE, Map.of(), form.facts());
          }
          return added;
        });
  }

  @Override
  public boolean change(AgentNo agent, int version, AccountForm form, Actor by, Instant at) {
    return database.transaction(
        handle -> {
          Optional<AccountForm> before =
              find(handle, agent, " FOR UPDATE")
                  .filter(account -> account.version() == version)
                  .map(KeptAccount::form);
          before
              .filter(seen -> !seen.equals(form))
              .ifPresent(
                  seen -> {
                    write(handle, agent, form);
                    note(handle, by, at, agent, Change.Action.CHANGE, seen.facts(), form.facts());
                  });
          return before.isPresent();
        });
  }

  @Override
  public boolean password(AgentNo agent, Secret password, Actor by, Instant at) {
    String hash = Passwords.hash(password.reveal());
    return database.transaction(
        handle -> {
          boolean there =
              handle.execute("UPDATE account SET password_hash = ? WHERE agent_no = ?", hash, agent)
                  > 0;
          if (there) {
            note(handle, by, at, agent, Change.Action.PASSWORD, Map.of(), Map.of());
          }
          return there;
        });
  }

  private static void write(Handle handle, AgentNo agent, AccountForm form) {
    handle.execute(
        """
        UPDATE account SET name = ?, role = ?, phone = ?, active = ?, version = version + 1
        WHERE agent_no = ?
        """,
        form.name(),
        form.role().name(),
        form.phone().name(),
        form.active(),
        agent);
    handle.execute("DELETE FROM account_skill WHERE agent_no = ?", agent);
    grant(handle, agent, form.grants());
  }

  private static void grant(Handle handle, AgentNo agent, List<Grant> grants) {
    for (Grant grant : grants) {
      handle.execute(
          """
          INSERT INTO account_skill (agent_no, skill, level, reserve, valid_from, valid_until)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          agent,
          grant.skill().value(),
          grant.level(),
          grant.reserve(),
          grant.from(),
          grant.until());
    }
  }

  private static void note(
      Handle handle,
      Actor by,
      Instant at,
      AgentNo agent,
      Change.Action action,
      Map<String, Object> before,
      Map<String, Object> after) {
    ChangeRows.insert(handle, by, at, new Change.What(KIND, agent.value(), action), before, after);
  }

  private static Optional<KeptAccount> find(Handle handle, AgentNo agent, String lock) {
    return select(handle, "WHERE agent_no = ?" + lock, agent).stream().findFirst();
  }

  private static List<KeptAccount> select(Handle handle, String which, Object... values) {
    List<KeptAccount> accounts =
        handle
            .select("SELECT * FROM account " + which, values)
            .map((rs, ctx) -> account(new Row(rs)))
            .list();
    Map<String, List<Grant>> grants = grants(handle);
    return accounts.stream().map(account -> with(account, grants)).toList();
  }

  private static KeptAccount with(KeptAccount account, Map<String, List<Grant>> grants) {
    AccountForm form = account.form();
    return new KeptAccount(
        account.agentNo(),
        new AccountForm(
            form.name(),
            form.role(),
            form.phone(),
            form.active(),
            grants.getOrDefault(account.agentNo().value(), List.of())),
        account.phoneAtDesk(),
        account.version());
  }

  private static Map<String, List<Grant>> grants(Handle handle) {
    var grants = new HashMap<String, List<Grant>>();
    handle
        .select("SELECT * FROM account_skill WHERE level BETWEEN 1 AND 10")
        .map((rs, ctx) -> Map.entry(rs.getString("agent_no"), grant(new Row(rs))))
        .forEach(
            held ->
                grants
                    .computeIfAbsent(held.getKey(), agent -> new ArrayList<>())
                    .add(held.getValue()));
    return grants;
  }

  private static Grant grant(Row row) throws SQLException {
    return new Grant(
        row.text("skill", SkillId::new),
        row.number("level"),
        row.flag("reserve"),
        row.maybeDay("valid_from"),
        row.maybeDay("valid_until"));
  }

  private static KeptAccount account(Row row) throws SQLException {
    var form =
        new AccountForm(
            row.text("name"),
            row.text("role", Role::valueOf),
            row.text("phone", PhoneKind::valueOf),
            row.flag("active"),
            List.of());
    return new KeptAccount(
        row.text("agent_no", AgentNo::new), form, row.flag("at_desk"), row.number("version"));
  }
}
