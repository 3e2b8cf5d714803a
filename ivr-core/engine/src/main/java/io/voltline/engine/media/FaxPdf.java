package io.voltline.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the pages of a fax as a PDF document, which a browser shows. */
final class FaxPdf {
  private static final double POINTS_A_MILLIMETRE = 72 / 25.4;

  /** Catalog and list of pages come first, then three objects a page. */
  private static final int BEFORE = 2;

  private static final int A_PAGE = 3;

  private final WholeFile.Sink out;
  private final List<Long> places = new ArrayList<>();

  private FaxPdf(WholeFile.Sink out) {
    this.out = out;
  }

  static void write(List<FaxTiff.Page> pages, WholeFile.Sink out) throws IOException {
    new FaxPdf(out).write(pages);
  }

  private void write(List<FaxTiff.Page> pages) throws IOException {
    text("%PDF-1.4\n");
    object("<< /Type /Catalog /Pages 2 0 R >>");
    String kids =
        IntStream.range(0, pages.size())
            .mapToObj(page -> first(page) + " 0 R")
            .collect(Collectors.joining(" "));
    object("<< /Type /Pages /Count %d /Kids [ %s ] >>".formatted(pages.size(), kids));
    for (int number = 0; number < pages.size(); number++) {
      page(pages.get(number), first(number));
    }
    end();
  }

  private static int first(int page) {
    return 1 + BEFORE + A_PAGE * page;
  }

  private void page(FaxTiff.Page page, int first) throws IOException {
    String width = points(page.width() * page.dotWidth());
    String height = points(page.height() * page.dotHeight());
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 %s %s ] /Contents %d 0 R /Resources << /XObject << /Fax %d 0 R >> >> >>"
            .formatted(width, height, first + 1, first + 2));
    String shown = "%s 0 0 %s 0 0 cm /Fax Do\n".formatted(width, height);
    stream("/Length " + shown.length(), bytes(shown));
    stream(
        "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode /Length %d"
            .formatted(page.width(), page.height(), page.deflated().remaining()),
        page.deflated());
  }

  private static String points(double millimetres) {
    return String.format(Locale.ROOT, "%.2f", millimetres * POINTS_A_MILLIMETRE);
  }

  private void object(String content) throws IOException {
    begin();
    text(content + "\nendobj\n");
  }

  private void stream(String dictionary, ByteBuffer content) throws IOException {
    begin();
    text("<< " + dictionary + " >>\nstream\n");
    out.append(content.duplicate());
    text("\nendstream\nendobj\n");
  }

  private void begin() throws IOException {
    places.add(out.bytes());
    text(places.size() + " 0 obj\n");
  }

  private void end() throws IOException {
    long table = out.bytes();
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(places.size() + 1));
    for (long place : places) {
      text("%010d 00000 n \n".formatted(place));
    }
    text(
        "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(places.size() + 1, table));
  }

  private void text(String text) throws IOException {
    out.append(bytes(text));
  }

  private static ByteBuffer bytes(String text) {
    return StandardCharsets.US_ASCII.encode(text);
  }
}
