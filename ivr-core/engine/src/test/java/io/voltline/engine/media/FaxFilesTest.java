package io.voltline.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.voltline.domain.fax.FaxEnd;
import io.voltline.domain.fax.FaxMode;
import io.voltline.domain.fax.FaxTry;
import io.voltline.domain.kernel.CallId;
import io.voltline.engine.fax.FaxFormat;
import io.voltline.engine.fax.FaxSpool.Arrival;
import io.voltline.engine.fax.FaxSpool.Told;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faxes as files, with pages as a fax machine makes them. */
final class FaxFilesTest {
  private static final String CALL = "vl1-1795323459.4";
  private static final String ENDED =
      "caller=00000000002 began=1795323459 status=SUCCESS error= text=OK pages=2 rate=14400 mode=T38 station=+86%20000 end=1";
  private static final int WIDTH = 1_728;
  private static final int HEIGHT = 300;

  @TempDir private Path folder;
  private Path spool;
  private Path received;
  private SpooledFaxes faxes;

  @BeforeEach
  void start() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
    received = Files.createDirectory(folder.resolve("received"));
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("tariff.tiff"), "x");
    faxes = new SpooledFaxes(spool, documents, received, ZoneOffset.UTC);
  }

  @Test
  void aDocumentIsThereOrNot() {
    assertThat(faxes.document("tariff.tiff")).contains(folder.resolve("documents/tariff.tiff"));
    assertThat(faxes.document("none.tiff")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dial=BUSY cause=17 end=1|the number was busy (BUSY, cause 17)",
        "dial=NOANSWER cause= end=1|nobody answered (NOANSWER)",
        "dial=CHANUNAVAIL cause=20 end=1|there is no way out to the number (CHANUNAVAIL, cause 20)",
        "dial=CONGESTION cause=34 end=1|the call did not come about (CONGESTION, cause 34)",
        "status=FAILED error=T38_NEG_ERROR text=error%20negotiating%20T.38 end=1|error negotiating T.38",
        "status=FAILED error=HANGUP text=OK end=1|HANGUP",
        "status= error= text= pages= end=1|the line was gone before the fax began",
        "end=1|the line was gone before the fax began"
      })
  void aTryThatFailedSaysWhy(String told, String why) throws IOException {
    Files.writeString(spool.resolve("out-12-1.told"), told + "\n");
    assertThat(faxes.told()).containsExactly(new Told(new FaxTry(12, 1), new FaxEnd.NotSent(why)));
    faxes.forget(new FaxTry(12, 1));
    assertThat(faxes.told()).isEmpty();
  }

  @Test
  void aTryThatSucceededSaysHow() throws IOException {
    Files.writeString(
        spool.resolve("out-7-2.told"),
        "status=SUCCESS error=HANGUP text=OK pages=2 rate=14400 mode=audio station=00000000271 end=1");
    assertThat(faxes.told())
        .containsExactly(
            new Told(
                new FaxTry(7, 2),
                new FaxEnd.Sent(2, Optional.of(FaxMode.AUDIO), Optional.of("00000000271"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "status=SUCC", "status=SUCCESS pages=2 e", "\u0000\u00ff"})
  void halfAWordIsNone(String told) throws IOException {
    Files.writeString(spool.resolve("out-12-1.told"), told, StandardCharsets.ISO_8859_1);
    Files.writeString(spool.resolve("out-x.told"), "end=1");
    Files.writeString(spool.resolve("notes.txt"), "end=1");
    assertThat(faxes.told()).isEmpty();
    assertThat(faxes.arrivals()).isEmpty();
  }

  @Test
  void anArrivalIsKeptToTheByteAndShownPageByPage() throws Exception {
    List<BufferedImage> pages = List.of(drawn(1), drawn(2));
    byte[] tiff = tiff(pages);
    arrives(ENDED, tiff);

    Arrival arrival = faxes.arrivals().getFirst();
    assertThat(arrival.ended()).isTrue();
    assertThat(arrival.caller()).isEqualTo("00000000002");
    assertThat(arrival.began()).isEqualTo(Instant.ofEpochSecond(1_795_323_459));
    assertThat(arrival.mode()).contains(FaxMode.T38);
    assertThat(arrival.station()).contains("+86 000");
    var kept = faxes.keep(arrival);

    assertThat(kept.pages()).isEqualTo(2);
    assertThat(kept.fault()).isEmpty();
    var file = kept.file().orElseThrow();
    assertThat(file.path()).isEqualTo("2026/11/22/" + CALL + ".tiff");
    assertThat(file.bytes()).isEqualTo(tiff.length);
    assertThat(file.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tiff)));
    assertThat(faxes.of(file, FaxFormat.TIFF).orElseThrow()).hasBinaryContent(tiff);
    byte[] pdf = Files.readAllBytes(faxes.of(file, FaxFormat.PDF).orElseThrow());
    assertThat(dots(pdf)).containsExactly(dots(pages.get(0)), dots(pages.get(1)));

    faxes.keep(arrival);
    faxes.forget(arrival.call());
    assertThat(faxes.arrivals()).isEmpty();
    try (Stream<Path> left = Files.list(spool)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aDocumentForABrowserHasItsPagesWhereItsTableSays() throws IOException {
    arrives(ENDED, tiff(List.of(drawn(1), drawn(2))));
    var file = faxes.keep(faxes.arrivals().getFirst()).file().orElseThrow();
    String pdf = latin(Files.readAllBytes(faxes.of(file, FaxFormat.PDF).orElseThrow()));

    int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\n(\\d+)\n%%EOF\n", "$1"));
    assertThat(pdf.substring(table)).startsWith("xref\n0 9\n");
    List<String> places = pdf.substring(table).lines().filter(l -> l.endsWith(" n ")).toList();
    assertThat(places).hasSize(8);
    for (int number = 1; number <= 8; number++) {
      int place = Integer.parseInt(places.get(number - 1).substring(0, 10));
      assertThat(pdf.substring(place)).startsWith(number + " 0 obj\n");
    }
    assertThat(pdf).contains("/Count 2 /Kids [ 3 0 R 6 0 R ]").contains("/MediaBox [ 0 0 609.88 ");
  }

  @Test
  void aFaxThatBreaksOffOrCannotBeReadIsKeptAllTheSame() throws IOException {
    byte[] whole = tiff(List.of(drawn(1)));
    arrives(ENDED, Arrays.copyOf(whole, 60));
    var kept = faxes.keep(faxes.arrivals().getFirst());
    assertThat(kept.pages()).isZero();
    assertThat(kept.fault()).isPresent();
    var file = kept.file().orElseThrow();
    assertThat(faxes.of(file, FaxFormat.TIFF)).isPresent();
    assertThat(faxes.of(file, FaxFormat.PDF)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0})
  void aCallWithoutAPageLeavesNoFile(int bytes) throws IOException {
    arrives("caller= began=1795323459 status=FAILED error=HANGUP text= end=1", new byte[0]);
    if (bytes < 0) {
      Files.delete(spool.resolve("in-" + CALL + ".tiff"));
    }
    Arrival arrival = faxes.arrivals().getFirst();
    assertThat(arrival.caller()).isEmpty();
    assertThat(arrival.error()).contains("HANGUP");
    assertThat(faxes.keep(arrival).file()).isEmpty();
  }

  @Test
  void pagesWhoseWordWasNeverWrittenAreAnArrival() throws IOException {
    Path tiff = spool.resolve("in-" + CALL + ".tiff");
    Files.write(tiff, tiff(List.of(drawn(1))));
    var changed = Instant.parse("2026-11-22T01:00:00Z");
    Files.setLastModifiedTime(tiff, FileTime.from(changed));
    Arrival arrival = faxes.arrivals().getFirst();
    assertThat(arrival.ended()).isFalse();
    assertThat(arrival.began()).isEqualTo(changed);
    assertThat(arrival.changed()).isEqualTo(changed);
    assertThat(arrival.call()).isEqualTo(new CallId(CALL));
    assertThat(faxes.keep(arrival).pages()).isEqualTo(1);
  }

  private void arrives(String told, byte[] tiff) throws IOException {
    Files.writeString(spool.resolve("in-" + CALL + ".told"), told);
    Files.write(spool.resolve("in-" + CALL + ".tiff"), tiff);
  }

  private static BufferedImage drawn(int seed) {
    var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean black = (x / (20 + seed) + y / 30) % 3 == 0;
        page.setRGB(x, y, black ? 0xFF000000 : 0xFFFFFFFF);
      }
    }
    return page;
  }

  private static byte[] tiff(List<BufferedImage> pages) throws IOException {
    Path made = Files.createTempFile("fax", ".tiff");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionType("CCITT T.6");
    try (var out = ImageIO.createImageOutputStream(made.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), how);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    byte[] bytes = Files.readAllBytes(made);
    Files.delete(made);
    return bytes;
  }

  /** The rows of each picture in a document, as hex digits. */
  private static List<String> dots(byte[] pdf) throws IOException {
    List<String> pictures = new ArrayList<>();
    Matcher picture =
        Pattern.compile("/FlateDecode /Length (\\d+) >>\nstream\n").matcher(latin(pdf));
    while (picture.find()) {
      int length = Integer.parseInt(picture.group(1));
      var deflated = new ByteArrayInputStream(pdf, picture.end(), length);
      pictures.add(HexFormat.of().formatHex(new InflaterInputStream(deflated).readAllBytes()));
    }
    return pictures;
  }

  private static String dots(BufferedImage page) {
    byte[] bits = new byte[WIDTH / 8 * HEIGHT];
    for (int dot = 0; dot < WIDTH * HEIGHT; dot++) {
      if ((page.getRGB(dot % WIDTH, dot / WIDTH) & 0xFF) > 127) {
        bits[dot / 8] |= (byte) (0x80 >> dot % 8);
      }
    }
    return HexFormat.of().formatHex(bits);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
