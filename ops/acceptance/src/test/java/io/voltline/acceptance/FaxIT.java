package io.voltline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.voltline.testkit.house.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Faxes both ways over SIP to a second Asterisk, by T.38 and as sound. */
@ExtendWith(RealHouse.class)
class FaxIT {
  private static final String T38_MACHINE = "00000000171";
  private static final String AUDIO_MACHINE = "00000000271";
  private static final String BUSY_NUMBER = "00000000471";

  /** Two pages take half a minute; a machine that others use takes its time. */
  private static final Duration SENT = Duration.ofMinutes(4);

  private static final Duration SOON = Duration.ofSeconds(30);

  private Scene scene;
  private FarEnd farEnd;
  private Instant begin;

  @BeforeEach
  void theNetwork(Scene people) {
    scene = people;
    farEnd = scene.stays(FarEnd.open(scene.house()), FarEnd::close);
    begin = Instant.now();
  }

  @Test
  void whatCallersAskForReachesTheirMachines() throws IOException {
    asksFor("1", T38_MACHINE);
    asksFor("2", AUDIO_MACHINE);
    asksFor("3", BUSY_NUMBER);

    JsonNode first = sent(T38_MACHINE, "T38");
    assertThat(first.path("document").asString()).isEqualTo("tariff");
    assertThat(sent(AUDIO_MACHINE, "AUDIO").path("document").asString()).isEqualTo("new-supply");
    arrived(T38_MACHINE, "T38", "tariff");
    arrived(AUDIO_MACHINE, "audio", "new-supply");
    JsonNode busy =
        await("the try at a busy number")
            .atMost(SENT)
            .until(() -> job(BUSY_NUMBER), job -> job.path("tries").asInt() > 0 && told(job));
    assertThat(busy.path("state").asString()).isEqualTo("WAITING");
    assertThat(busy.path("error").asString()).contains("busy");
  }

  @Test
  void whatComesInBecomesADocumentOnAWorkOrder() throws IOException {
    farEnd.sends(document("change"), "00000000002", "t38");
    farEnd.sends(document("change"), "00000000003", "audio");
    farEnd.sends(document("change"), "00000000005", "nothing");

    isADocumentOnAnOrder(received("00000000002", "COMPLETE"), "T38", "9900000002");
    isADocumentOnAnOrder(received("00000000003", "COMPLETE"), "AUDIO", "9900000003");
    assertThat(received("00000000005", "EMPTY").has("workOrderNo")).isFalse();
    await("the spool being empty").atMost(SOON).until(() -> spooled(".told").isEmpty());
  }

  @Test
  void aFaxThatBreaksOffIsKeptAndTold() {
    farEnd.sends(document("change"), "00000000004", "t38");
    await("the first page").atMost(SENT).until(this::firstPageIsWritten);
    farEnd.hangsUp();

    JsonNode fax = received("00000000004", "PARTIAL");
    assertThat(fax.path("pages").asInt()).isEqualTo(1);
    assertThat(order(fax).path("description").asString()).contains("不完整").contains("1页");
  }

  @Test
  void faxesGoOnWithoutAnEngine() throws IOException {
    asksFor("1", T38_MACHINE);
    await("the try").atMost(SOON).until(() -> job(T38_MACHINE), FaxIT::isOn);
    farEnd.sends(document("change"), "00000000006", "t38");
    scene.house().kill("engine");
    await("both ends")
        .atMost(SENT)
        .until(() -> farEnd.told(T38_MACHINE).isPresent() && ended() == 2);
    scene.house().up();

    assertThat(sent(T38_MACHINE, "T38").path("tries").asInt()).isEqualTo(1);
    assertThat(order(received("00000000006", "COMPLETE")).path("source").asString())
        .isEqualTo("FAX");
  }

  private void asksFor(String documentKey, String number) {
    scene.calls("00000000098").presses("17" + documentKey).types(number + "#");
    await("the job of " + number).atMost(SOON).until(() -> jobs(number).findAny().isPresent());
  }

  private JsonNode sent(String number, String mode) {
    JsonNode job =
        await("the fax to " + number)
            .atMost(SENT)
            .until(() -> job(number), it -> it.path("state").asString().equals("SENT"));
    assertThat(job.path("mode").asString()).isEqualTo(mode);
    assertThat(job.path("pages").asInt()).isEqualTo(2);
    return job;
  }

  private void arrived(String number, String mode, String document) throws IOException {
    assertThat(farEnd.told(number).orElse(""))
        .contains("status=SUCCESS mode=" + mode + " pages=2 from=" + House.FAX_NUMBER);
    assertThat(FaxPictures.of(farEnd.got(number))).isEqualTo(FaxPictures.of(document(document)));
  }

  private static boolean isOn(JsonNode job) {
    return job.path("state").asString().equals("TRYING");
  }

  private static boolean told(JsonNode job) {
    return job.has("error");
  }

  private JsonNode job(String number) {
    return jobs(number).findFirst().orElseThrow();
  }

  private Stream<JsonNode> jobs(String number) {
    JsonNode all = scene.watcher().api().get("/fax-jobs?number=" + number).orThrow();
    return since(all.path("faxJobs"), "createdAt");
  }

  private JsonNode received(String caller, String status) {
    JsonNode fax =
        await("the fax from " + caller)
            .atMost(SENT)
            .until(() -> faxOf(caller), Optional::isPresent)
            .orElseThrow();
    assertThat(fax.path("status").asString()).as(fax.toString()).isEqualTo(status);
    return fax;
  }

  private Optional<JsonNode> faxOf(String caller) {
    JsonNode all = scene.watcher().api().get("/faxes").orThrow();
    return since(all.path("faxes"), "receivedAt")
        .filter(fax -> fax.path("caller").asString().equals(caller))
        .findFirst();
  }

  /** The house may have been used before. The switch tells whole seconds. */
  private Stream<JsonNode> since(JsonNode list, String time) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(it -> !Instant.parse(it.path(time).asString()).isBefore(begin.minusSeconds(1)));
  }

  private void isADocumentOnAnOrder(JsonNode fax, String mode, String account) throws IOException {
    assertThat(fax.path("mode").asString()).isEqualTo(mode);
    assertThat(fax.path("pages").asInt()).isEqualTo(2);
    assertThat(fax.path("station").asString()).isEqualTo(fax.path("caller").asString());
    JsonNode order = order(fax);
    assertThat(order.path("source").asString()).isEqualTo("FAX");
    assertThat(order.path("accountNo").asString()).isEqualTo(account);
    assertThat(order.path("contactPhone").asString()).isEqualTo(fax.path("caller").asString());

    String pages = "/faxes/" + fax.path("id").asString() + "/document";
    var pdf = scene.watcher().api().bytes(pages, "");
    assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-1.4")
        .contains("/Count 2 ")
        .endsWith("%%EOF\n");
    Path tiff = Files.createTempFile("fax", ".tiff");
    Files.write(tiff, scene.watcher().api().bytes(pages + "?format=tiff", "").body());
    assertThat(FaxPictures.of(tiff)).isEqualTo(FaxPictures.of(document("change")));
    Files.delete(tiff);
  }

  private JsonNode order(JsonNode fax) {
    String no = fax.path("workOrderNo").asString();
    return scene.watcher().api().get("/work-orders/" + no).orThrow();
  }

  private Path document(String name) {
    return scene.house().var().resolve("fax/documents").resolve(name + ".tiff");
  }

  /** Before its first page a file holds nothing but its head. */
  private boolean firstPageIsWritten() throws IOException {
    for (Path file : spooled(".tiff")) {
      if (Files.size(file) > 100) {
        return true;
      }
    }
    return false;
  }

  private int ended() throws IOException {
    int ended = 0;
    for (Path told : spooled(".told")) {
      ended += Files.readString(told).contains(" end=1") ? 1 : 0;
    }
    return ended;
  }

  private List<Path> spooled(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(scene.house().var().resolve("fax/spool"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }
}
