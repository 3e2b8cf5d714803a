package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.voltline.domain.kernel.Bilingual;
import io.voltline.domain.workorder.LimitProfile;
import io.voltline.domain.workorder.Milestone;
import io.voltline.domain.workorder.Term;
import io.voltline.domain.workorder.TimeLimit;
import io.voltline.engine.admin.Actor;
import io.voltline.engine.admin.Change;
import io.voltline.engine.admin.KeptLimits;
import io.voltline.engine.desk.LimitProfilesFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LimitsIT {
  /** Sunday, 01:00 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");

  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final List<LimitProfile> USUAL = LimitProfilesFile.read();
  private static final LimitProfile SOUTH = USUAL.get(1);
  private final Actor by = AdministrationIT.actor();
  private Database database;
  private SqlLimits limits;

  @BeforeEach
  void start() {
    database = TestMariaDb.open(TestMariaDb.fresh());
    limits = new SqlLimits(database, USUAL, DemoHouse.ZONE);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  @Test
  void theOneChosenForADayHoldsFromItsMidnightOn() {
    assertThat(limits.at(NOW).profile()).isEqualTo(USUAL.getFirst());
    assertThat(choose(TODAY.plusDays(1), Optional.of(SOUTH.id()), Optional.empty())).isTrue();
    assertThat(limits.at(Instant.parse("2026-11-22T15:59:59Z")).profile())
        .isEqualTo(USUAL.getFirst());
    assertThat(limits.at(Instant.parse("2026-11-22T16:00:00Z")).profile()).isEqualTo(SOUTH);
    assertThat(choose(TODAY.plusDays(1), Optional.empty(), Optional.empty()))
        .as("seen is no longer there")
        .isFalse();
    assertThat(limits.choices())
        .containsExactly(new KeptLimits.Choice(TODAY.plusDays(1), SOUTH.id()));
    assertThat(choose(TODAY.plusDays(1), Optional.empty(), Optional.of(SOUTH.id()))).isTrue();
    assertThat(limits.choices()).isEmpty();
    assertThat(changes())
        .extracting(Change::kind, Change::subject, Change::action)
        .containsExactly(
            tuple("limit-choice", "2026-11-23", Change.Action.REMOVE),
            tuple("limit-choice", "2026-11-23", Change.Action.CREATE));
  }

  @Test
  void aChangedProfileIsKeptWithBothSidesAndPutBack() {
    LimitProfile changed = with(SOUTH, 10);
    assertThat(set(SOUTH.id(), Optional.of(changed), Optional.of(SOUTH))).isTrue();
    assertThat(set(SOUTH.id(), Optional.of(with(SOUTH, 11)), Optional.of(SOUTH)))
        .as("somebody was quicker")
        .isFalse();
    assertThat(limits.profiles().get(1)).isEqualTo(new KeptLimits.Kept(changed, false, true));
    Change change = changes().getFirst();
    assertThat(change.before()).doesNotContainKey("REPLY.praise");
    assertThat(change.after())
        .containsEntry("REPLY.praise", "10 WORKING_DAYS")
        .containsEntry("ARRIVAL.fault-repair.TOWN", "45 MINUTES");
    assertThat(set(SOUTH.id(), Optional.empty(), Optional.of(changed))).isTrue();
    assertThat(limits.profiles().get(1)).isEqualTo(new KeptLimits.Kept(SOUTH, false, false));
    assertThat(changes().getFirst().action()).isEqualTo(Change.Action.CHANGE);
  }

  @Test
  void anOwnProfileIsAddedHoldsAndGoes() {
    var own = new LimitProfile("province-2027", new Bilingual("省公司", "Province"), SOUTH.limits());
    assertThat(set(own.id(), Optional.of(own), Optional.empty())).isTrue();
    assertThat(set(own.id(), Optional.of(own), Optional.empty())).as("there is one").isFalse();
    choose(TODAY, Optional.of(own.id()), Optional.empty());
    assertThat(limits.at(NOW).profile()).isEqualTo(own);
    choose(TODAY, Optional.empty(), Optional.of(own.id()));
    assertThat(set(own.id(), Optional.empty(), Optional.of(own))).isTrue();
    assertThat(limits.profiles()).hasSize(USUAL.size());
    assertThat(changes().getFirst().action()).isEqualTo(Change.Action.REMOVE);
  }

  private static LimitProfile with(LimitProfile profile, int workingDays) {
    var more = new ArrayList<>(profile.limits());
    more.add(
        new TimeLimit(
            Optional.of("praise"),
            Optional.empty(),
            Milestone.REPLY,
            new Term(workingDays, Term.Unit.WORKING_DAYS),
            Optional.empty()));
    return new LimitProfile(profile.id(), profile.name(), more);
  }

  private boolean set(String id, Optional<LimitProfile> wanted, Optional<LimitProfile> seen) {
    return limits.set(id, wanted, seen, by, NOW);
  }

  private boolean choose(LocalDate from, Optional<String> profile, Optional<String> seen) {
    return limits.choose(from, profile, seen, by, NOW);
  }

  private List<Change> changes() {
    return new SqlChanges(database)
        .list(
            new Change.Search(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                10));
  }
}
