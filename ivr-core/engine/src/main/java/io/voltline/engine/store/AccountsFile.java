package io.voltline.engine.store;

import io.voltline.domain.kernel.SkillId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts a house begins with. Those the database does not know are taken over, with the
 * password hashed; those it knows stay as they are.
 */
public final class AccountsFile {
  private record Entry(
      String agentNo,
      String name,
      String role,
      String password,
      String sipPassword,
      String phone,
      Map<String, Integer> skills) {

    @Override
    public String toString() {
      return agentNo;
    }
  }

  private final Path file;

  public AccountsFile(Path file) {
    this.file = file;
  }

  /** The skills of each account. */
  public List<Set<SkillId>> skills() {
    return read().stream()
        .map(e -> e.skills().keySet().stream().map(SkillId::new).collect(Collectors.toSet()))
        .toList();
  }

  void load(Handle handle) {
    var known =
        handle
            .select("SELECT agent_no FROM account")
            .mapTo(String.class)
            .collect(Collectors.toSet());
    var added = read().stream().filter(entry -> !known.contains(entry.agentNo())).toList();
    // Hashing is slow on purpose, so all cores take part.
    var hashes =
        added.parallelStream()
            .collect(Collectors.toMap(Entry::agentNo, entry -> Passwords.hash(entry.password())));
    for (Entry entry : added) {
      handle.execute(
          """
          INSERT INTO account (agent_no, name, role, phone, password_hash, sip_password)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
          entry.agentNo(),
          entry.name(),
          entry.role().toUpperCase(Locale.ROOT),
          entry.phone().toUpperCase(Locale.ROOT),
          hashes.get(entry.agentNo()),
          entry.sipPassword());
      entry
          .skills()
          .forEach(
              (skill, level) ->
                  handle.execute(
                      "INSERT INTO account_skill (agent_no, skill, level) VALUES (?, ?, ?)",
                      entry.agentNo(),
                      skill,
                      level));
    }
  }

  private List<Entry> read() {
    try {
      return JsonMapper.shared()
          .readValue(Files.readString(file), new TypeReference<List<Entry>>() {});
    } catch (JacksonException e) {
      throw new IllegalStateException(file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the accounts can't be read", e);
    }
  }
}
