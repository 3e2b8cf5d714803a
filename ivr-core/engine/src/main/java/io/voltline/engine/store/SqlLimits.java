package io.voltline.engine.store;

import io.voltline.domain.workorder.Deadlines;
import io.voltline.domain.workorder.LimitProfile;
import io.voltline.domain.workorder.TimeLimit;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.KeptLimits;
import io.voltline.engine.desk.OrderLimits;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Time limits in MariaDB, over those Voltline comes with. */
public final class SqlLimits implements KeptLimits, OrderLimits {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Database database;
  private final List<LimitProfile> usual;
  private final ZoneId zone;

  /**
   * Over profiles that Voltline comes with.
   *
   * @param usual at least one, of which the first holds until another is chosen
   * @param zone in which days begin
   */
  public SqlLimits(Database database, List<LimitProfile> usual, ZoneId zone) {
    this.database = database;
    this.usual = List.copyOf(usual);
    this.zone = zone;
  }

  @Override
  public Deadlines at(Instant moment) {
    String id = database.read(handle -> chosen(handle, LocalDate.ofInstant(moment, zone)));
    LimitProfile profile =
        profiles().stream()
            .map(Kept::profile)
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no profile " + id));
    return new Deadlines(profile, new SqlCalendars(database).workdays(), zone);
  }

  private String chosen(Handle handle, LocalDate day) {
    return handle
        .select(
            "SELECT profile FROM limit_choice WHERE valid_from <= ?"
                + " ORDER BY valid_from DESC LIMIT 1",
            day)
        .mapTo(String.class)
        .findOne()
        .orElse(usual.getFirst().id());
  }

  @Override
  public List<Kept> profiles() {
    var kept = new LinkedHashMap<String, Kept>();
    usual.forEach(profile -> kept.put(profile.id(), new Kept(profile, false, false)));
    database
        .read(
            handle ->
                handle
                    .select("SELECT * FROM limit_profile ORDER BY id")
                    .map((rs, ctx) -> profile(new Row(rs)))
                    .list())
        .forEach(
            profile -> {
              boolean own = !kept.containsKey(profile.id());
              kept.put(profile.id(), new Kept(profile, own, !own));
            });
    return new ArrayList<>(kept.values());
  }

  @Override
  public List<Choice> choices() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM limit_choice ORDER BY valid_from")
                .map((rs, ctx) -> choice(new Row(rs)))
                .list());
  }

  @Override
  public boolean set(
      String id, Optional<LimitProfile> wanted, Optional<LimitProfile> seen, Actor by, Instant at) {
    return database.transaction(
        handle -> {
          boolean asSeen = find(handle, id).equals(seen);
          if (asSeen && !wanted.equals(seen)) {
            Optional<LimitProfile> comesWith = comesWith(id);
            write(handle, id, wanted.filter(it -> !comesWith.equals(Optional.of(it))));
            Optional<LimitProfile> after = wanted.or(() -> comesWith);
            var what = new Change.What("limit-profile", id, action(seen, after));
            ChangeRows.insert(handle, by, at, what, facts(seen), facts(after));
          }
          return asSeen;
        });
  }

  private Optional<LimitProfile> comesWith(String id) {
    return usual.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  private Optional<LimitProfile> find(Handle handle, String id) {
    return handle
        .select("SELECT * FROM limit_profile WHERE id = ? FOR UPDATE", id)
        .map((rs, ctx) -> profile(new Row(rs)))
        .findOne()
        .or(() -> comesWith(id));
  }

  private static void write(Handle handle, String id, Optional<LimitProfile> profile) {
    handle.execute("DELETE FROM limit_profile WHERE id = ?", id);
    profile.ifPresent(
        it ->
            handle.execute(
                "INSERT INTO limit_profile (id, name_zh, name_en, limits_json) VALUES (?, ?, ?, ?)",
                id,
                it.name().zh(),
                it.name().en(),
                JSON.writeValueAsString(it.limits())));
  }

  @Override
  public boolean choose(
      LocalDate from, Optional<String> profile, Optional<String> seen, Actor by, Instant at) {
    return database.transaction(
        handle -> {
          boolean asSeen =
              handle
                  .select("SELECT profile FROM limit_choice WHERE valid_from = ? FOR UPDATE", from)
                  .mapTo(String.class)
                  .findOne()
                  .equals(seen);
          if (asSeen && !profile.equals(seen)) {
            handle.execute("DELETE FROM limit_choice WHERE valid_from = ?", from);
            profile.ifPresent(
                id ->
                    handle.execute(
                        "INSERT INTO limit_choice (valid_from, profile) VALUES (?, ?)", from, id));
            var what = new Change.What("limit-choice", from.toString(), action(seen, profile));
            ChangeRows.insert(handle, by, at, what, named(seen), named(profile));
          }
          return asSeen;
        });
  }

  private static <T> Change.Action action(Optional<T> before, Optional<T> after) {
    if (after.isEmpty()) {
      return Change.Action.REMOVE;
    }
    return before.isEmpty() ? Change.Action.CREATE : Change.Action.CHANGE;
  }

  private static Map<String, Object> named(Optional<String> profile) {
    return profile.<Map<String, Object>>map(id -> Map.of("profile", id)).orElse(Map.of());
  }

  private static Map<String, Object> facts(Optional<LimitProfile> profile) {
    var facts = new LinkedHashMap<String, Object>();
    profile.ifPresent(
        it -> {
          facts.put("zh", it.name().zh());
          facts.put("en", it.name().en());
          it.limits().forEach(limit -> facts.put(matter(limit), term(limit)));
        });
    return facts;
  }

  /** Such as {@code ARRIVAL.fault-repair.TOWN}; what stands for all is left out. */
  private static String matter(TimeLimit limit) {
    return limit.milestone()
        + limit.type().map(type -> "." + type).orElse("")
        + limit.area().map(area -> "." + area).orElse("");
  }

  private static String term(TimeLimit limit) {
    return "%d %s%s"
        .formatted(
            limit.term().amount(),
            limit.term().unit(),
            limit.after().map(after -> " " + after).orElse(""));
  }

  private static LimitProfile profile(Row row) throws SQLException {
    return new LimitProfile(
        row.text("id"),
        row.bilingual("name"),
        JSON.readValue(row.text("limits_json"), new TypeReference<List<TimeLimit>>() {}));
  }

  private static Choice choice(Row row) throws SQLException {
    return new Choice(row.day("valid_from"), row.text("profile"));
  }
}
