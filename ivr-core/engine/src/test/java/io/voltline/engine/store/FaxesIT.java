package io.voltline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxFile;
import io.voltline.domain.fax.FaxJob;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxState;
import io.voltline.domain.fax.FaxStatus;
import io.voltline.domain.fax.FaxTry;
import io.voltline.domain.fax.ReceivedFax;
import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.CallId;
import io.voltline.domain.workorder.WorkOrderNo;
import io.voltline.engine.fax.FaxIndex;
import io.voltline.engine.fax.FaxJobs.Due;
import io.voltline.engine.fax.FaxJobs.Query;
import io.voltline.engine.fax.FaxJobs.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Faxes in MariaDB, on the data of a new house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaxesIT {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final Path DOCUMENTS = Path.of("../../documents");
  private static final PhoneNumber ONE = new PhoneNumber("00000000171");
  private static final PhoneNumber OTHER = new PhoneNumber("00000000271");

  private record Title(String id, String zh, String en, String path) {}

  private Database database;
  private SqlFaxes faxes;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    database = DemoHouse.open(folder, NOW);
    faxes = new SqlFaxes(database);
  }

  @AfterAll
  void stop() {
    database.close();
  }

  @BeforeEach
  void clean() {
    database.transaction(handle -> handle.execute("DELETE FROM fax_job"));
  }

  @Test
  void aJobIsTakenOnceAndSent() {
    ask("vl1-1.1", "tariff", ONE);
    assertThat(faxes.take(NOW.minusMillis(1), 2)).isEmpty();
    Due due = faxes.take(NOW, 2).orElseThrow();
    assertThat(due.number()).isEqualTo(ONE);
    assertThat(due.document()).isEqualTo("tariff.tiff");
    assertThat(due.tried().no()).isEqualTo(1);
    assertThat(faxes.take(NOW, 2)).isEmpty();
    assertThat(faxes.running()).containsExactly(new Running(due.tried(), NOW));

    var sent = new FaxEnd.Sent(2, Optional.of(FaxMode.T38), Optional.of("x".repeat(40)));
    assertThat(faxes.ended(due.tried(), sent, Optional.empty(), NOW.plusSeconds(50))).isTrue();
    assertThat(faxes.ended(due.tried(), sent, Optional.empty(), NOW.plusSeconds(60))).isFalse();
    assertThat(only(FaxState.SENT))
        .satisfies(
            job -> {
              assertThat(job.sentAt()).contains(NOW.plusSeconds(50));
              assertThat(job.sent().orElseThrow().pages()).isEqualTo(2);
              assertThat(job.sent().orElseThrow().mode()).contains(FaxMode.T38);
              assertThat(job.call()).contains(new CallId("vl1-1.1"));
            });
    assertThat(faxes.take(NOW.plusSeconds(3600), 2)).isEmpty();
  }

  @Test
  void aTryThatFailedIsMadeAgainAfterItsPauseAndAtLastGivenUp() {
    ask("vl1-1.1", "tariff", ONE);
    var failed = new FaxEnd.NotSent("y".repeat(300));
    FaxTry first = faxes.take(NOW, 2).orElseThrow().tried();
    faxes.ended(first, failed, Optional.of(NOW.plusSeconds(120)), NOW);
    assertThat(faxes.take(NOW.plusSeconds(119), 2)).isEmpty();
    FaxTry second = faxes.take(NOW.plusSeconds(120), 2).orElseThrow().tried();
    assertThat(second).isEqualTo(new FaxTry(first.job(), 2));
    assertThat(faxes.ended(first, failed, Optional.empty(), NOW)).as("of a try before").isFalse();
    assertThat(faxes.ended(second, failed, Optional.empty(), NOW)).isTrue();
    assertThat(only(FaxState.FAILED).error().orElseThrow()).hasSize(200);
    assertThat(faxes.take(NOW.plusSeconds(9_999), 2)).isEmpty();
  }

  @Test
  void aNumberIsDialledForOneFaxAtATimeAndNoMoreThanThereAreLines() {
    ask("vl1-1.1", "tariff", ONE);
    ask("vl1-1.1", "change", ONE);
    ask("vl1-1.2", "tariff", OTHER);
    FaxTry first = faxes.take(NOW, 3).orElseThrow().tried();
    assertThat(faxes.take(NOW, 1)).as("one line").isEmpty();
    assertThat(faxes.take(NOW, 3).orElseThrow().number()).isEqualTo(OTHER);
    assertThat(faxes.take(NOW, 3)).as("the other fax to the same number").isEmpty();
    faxes.ended(first, new FaxEnd.NotSent("busy"), Optional.empty(), NOW);
    assertThat(faxes.take(NOW, 3).orElseThrow().document()).isEqualTo("change.tiff");
    assertThat(faxes.list(new Query(Optional.empty(), Optional.of(ONE), 10)))
        .extracting(FaxJob::document)
        .containsExactly("change", "tariff");
  }

  @Test
  void aFaxThatCameInIsFoundByItsOrderAndItsReadersAreLogged() {
    var index = new SqlReceivedFaxes(database);
    var order = new WorkOrderNo(text("SELECT MIN(no) AS t FROM work_order"));
    var fax = received("vl1-5.1", Optional.of(order), FaxStatus.PARTIAL);
    index.keep(fax);
    index.keep(received("vl1-5.1", Optional.of(order), FaxStatus.COMPLETE));
    index.keep(received("vl1-5.2", Optional.empty(), FaxStatus.EMPTY));
    assertThat(index.find(new CallId("vl1-5.1"))).contains(fax);
    assertThat(index.find(new CallId("vl1-5.9"))).isEmpty();
    assertThat(index.list(query(Optional.of(order)))).containsExactly(fax);
    assertThat(index.list(query(Optional.empty()))).hasSize(2);
    index.read(new FaxIndex.Reading(fax.id(), new AgentNo("1001"), NOW, "127.0.0.1"));
    assertThat(text("SELECT CONCAT(fax_id, ' ', agent_no) AS t FROM fax_reading"))
        .isEqualTo("vl1-5.1 1001");
  }

  private static FaxIndex.Query query(Optional<WorkOrderNo> order) {
    return new FaxIndex.Query(order, Optional.of(NOW), Optional.of(NOW.plusMillis(1)), 10);
  }

  private static ReceivedFax received(String id, Optional<WorkOrderNo> order, FaxStatus status) {
    return new ReceivedFax(
        new CallId(id),
        "00000000002",
        NOW,
        status,
        order.isPresent() ? 1 : 0,
        Optional.of(FaxMode.AUDIO),
        Optional.of("station"),
        Optional.of("why"),
        order.map(_ -> new FaxFile("2026/11/22/x.tiff", 13, "0".repeat(64))),
        order);
  }

  /** What is sent is what the store calls it. */
  @Test
  void everyDocumentHasItsTitleInBothLanguages() throws IOException {
    for (Title title : titles()) {
      assertThat(title.path()).isEqualTo(title.id() + ".tiff");
      assertThat(lines(title.id() + ".zh.txt").getFirst()).isEqualTo(title.zh());
      assertThat(lines(title.id() + ".en.txt").getFirst()).isEqualTo(title.en());
    }
    try (var files = Files.list(DOCUMENTS)) {
      assertThat(files.count()).isEqualTo(2L * titles().size());
    }
  }

  @Test
  void thePricesSentAreThePricesBilled() throws IOException {
    List<String> steps =
        database.read(
            handle ->
                handle
                    .select(
                        "SELECT CONCAT_WS(' ', above_kwh, TRIM(TRAILING '0' FROM price)) AS t FROM tariff_step")
                    .map((rs, ctx) -> rs.getString("t"))
                    .list());
    assertThat(steps).hasSize(4);
    for (String step : steps) {
      String[] parts = step.split(" ", -1);
      int above = Integer.parseInt(parts[0]);
      String from = NumberFormat.getInstance(Locale.ROOT).format(above == 0 ? 0 : above + 1);
      for (String text : List.of("tariff.zh.txt", "tariff.en.txt")) {
        assertThat(lines(text))
            .as("%s from %s", text, step)
            .anyMatch(line -> line.contains(parts[1]) && (above == 0 || line.contains(from + " ")));
      }
    }
  }

  private static List<String> lines(String text) throws IOException {
    return Files.readAllLines(DOCUMENTS.resolve(text));
  }

  private List<Title> titles() {
    return database.read(
        handle ->
            handle
                .select("SELECT * FROM fax_document")
                .map(
                    (rs, ctx) ->
                        new Title(
                            rs.getString("id"),
                            rs.getString("title_zh"),
                            rs.getString("title_en"),
                            rs.getString("path")))
                .list());
  }

  private void ask(String call, String document, PhoneNumber number) {
    assertThat(faxes.add(new CallId(call), document, number, NOW)).isTrue();
  }

  private FaxJob only(FaxState state) {
    List<FaxJob> jobs = faxes.list(new Query(Optional.of(state), Optional.empty(), 10));
    assertThat(jobs).hasSize(1);
    return jobs.getFirst();
  }

  private String text(String sql) {
    return database.read(handle -> handle.select(sql).mapTo(String.class).one());
  }
}
