package io.voltline.engine.store;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.SkillId;
import io.voltline.domain.routing.Certificate;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts a house begins with. Those the database does not know are taken over, with the
 * password hashed; those it knows stay as they are.
 */
public final class AccountsFile {
  /**
   * What limits a skill beyond its level.
   *
   * @param validUntil the last day; empty for ever
   * @param reserve serves only when a call opens the reserve
   */
  private record Limit(Optional<LocalDate> validUntil, boolean reserve) {
    static final Limit NONE = new Limit(Optional.empty(), false);
  }

  private record Entry(
      String agentNo,
      String name,
      String role,
      String password,
      String sipPassword,
      String phone,
      Map<String, Integer> skills,
      Optional<Map<String, Limit>> certificates) {

    Limit limit(String skill) {
      return certificates.map(limits -> limits.get(skill)).orElse(Limit.NONE);
    }

    @Override
    public String toString() {
      return agentNo;
    }
  }

  /** A misspelt limit is no limit, so what is not known is refused. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final List<Entry> entries;

  private AccountsFile(List<Entry> entries) {
    this.entries = entries;
  }

  /** Refuses a file that is not as it should be with an IllegalStateException that tells where. */
  public static AccountsFile read(Path file) {
    try {
      List<Entry> entries = MAPPER.readValue(Files.readString(file), new TypeReference<>() {});
      entries.forEach(entry -> check(file, entry));
      return new AccountsFile(entries);
    } catch (JacksonException e) {
      throw new IllegalStateException(file + place(e) + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the accounts can't be read: " + file, e);
    }
  }

  /** The skills of each account that takes calls. */
  public List<Set<SkillId>> skills() {
    return entries.stream()
        .filter(e -> e.role().equals(Role.AGENT.code()))
        .map(e -> e.skills().keySet().stream().map(SkillId::new).collect(Collectors.toSet()))
        .toList();
  }

  /** Broken JSON has a line; what is well-formed but wrong has a path. */
  private static String place(JacksonException wrong) {
    if (wrong.getLocation().getLineNr() > 0) {
      return ", line " + wrong.getLocation().getLineNr();
    }
    return wrong.getPath().stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + step.getPropertyName())
        .collect(Collectors.joining());
  }

  private static void check(Path file, Entry entry) {
    String where = file + ", agent " + entry.agentNo() + ", ";
    check(where + "agentNo", () -> new AgentNo(entry.agentNo()));
    check(where + "role", () -> Role.valueOf(entry.role().toUpperCase(Locale.ROOT)));
    check(where + "phone", () -> PhoneKind.valueOf(entry.phone().toUpperCase(Locale.ROOT)));
    entry
        .skills()
        .forEach(
            (skill, level) ->
                check(where + "skills." + skill, () -> Certificate.of(new SkillId(skill), level)));
    for (String skill : entry.certificates().orElse(Map.of()).keySet()) {
      if (!entry.skills().containsKey(skill)) {
        throw new IllegalStateException(where + "certificates." + skill + ": not among the skills");
      }
    }
  }

  private static void check(String place, Supplier<?> reading) {
    try {
      var _ = reading.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(place + ": " + e.getMessage(), e);
    }
  }

  void load(Handle handle) {
    var known =
        handle
            .select("SELECT agent_no FROM account")
            .mapTo(String.class)
            .collect(Collectors.toSet());
    var added = entries.stream().filter(entry -> !known.contains(entry.agentNo())).toList();
    // Hashing is slow on purpose, so all cores take part.
    var hashes =
        added.parallelStream()
            .collect(Collectors.toMap(Entry::agentNo, entry -> Passwords.hash(entry.password())));
    for (Entry entry : added) {
      insert(handle, entry, hashes);
    }
  }

  private static void insert(Handle handle, Entry entry, Map<String, String> hashes) {
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
                    """
                    INSERT INTO account_skill (agent_no, skill, level, reserve, valid_until)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                    entry.agentNo(),
                    skill,
                    level,
                    entry.limit(skill).reserve(),
                    entry.limit(skill).validUntil()));
  }
}
