package io.voltline.engine.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the pages of a TIFF file as fax machines make it: black and white, CCITT G3 or G4. */
final class FaxTiff {
  private static final int WIDEST = 4_000;

  /** Two metres of paper in fine resolution. */
  private static final int LONGEST = 16_000;

  /** What the machines take when a file tells no resolution, in millimetres a dot. */
  private static final double USUAL_WIDTH = 25.4 / 204;

  private static final double USUAL_HEIGHT = 25.4 / 196;

  /**
   * One page.
   *
   * @param width in dots, as is the height
   * @param dotWidth in millimetres, as is the height
   * @param deflated rows of bits, each row filled up to a whole byte, 1 is white; zlib's format
   */
  record Page(int width, int height, double dotWidth, double dotHeight, ByteBuffer deflated) {}

  /**
   * What could be read.
   *
   * @param pages those before the first that can't be read
   * @param fault why that one can't
   */
  record Pages(List<Page> pages, Optional<String> fault) {
    Pages {
      pages = List.copyOf(pages);
    }
  }

  private FaxTiff() {}

  static Pages read(Path file) {
    List<Page> pages = new ArrayList<>();
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      int count = reader.getNumImages(true);
      for (int number = 0; number < count; number++) {
        pages.add(page(reader, number));
      }
      return new Pages(
          pages, count == 0 ? Optional.of("there is no page in it") : Optional.empty());
    } catch (IOException | RuntimeException e) {
      // Whatever the reader of a broken file stumbles over.
      return new Pages(pages, Optional.of("page " + (pages.size() + 1) + ": " + e.getMessage()));
    } finally {
      reader.dispose();
    }
  }

  private static Page page(ImageReader reader, int number) throws IOException {
    int width = reader.getWidth(number);
    int height = reader.getHeight(number);
    if (width > WIDEST || height > LONGEST || width < 1 || height < 1) {
      throw new IOException("%d × %d dots are no page".formatted(width, height));
    }
    double dotWidth = USUAL_WIDTH;
    double dotHeight = USUAL_HEIGHT;
    if (reader.getImageMetadata(number).getAsTree("javax_imageio_1.0") instanceof Element told) {
      dotWidth = told(told, "HorizontalPixelSize", USUAL_WIDTH);
      dotHeight = told(told, "VerticalPixelSize", USUAL_HEIGHT);
    }
    return new Page(width, height, dotWidth, dotHeight, deflated(reader.read(number)));
  }

  private static double told(Element metadata, String name, double usual) {
    NodeList found = metadata.getElementsByTagName(name);
    return found.item(0) instanceof Element element
        ? Double.parseDouble(element.getAttribute("value"))
        : usual;
  }

  private static ByteBuffer deflated(BufferedImage image) throws IOException {
    int width = image.getWidth();
    int[] dots = new int[width];
    byte[] row = new byte[(width + 7) / 8];
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      for (int y = 0; y < image.getHeight(); y++) {
        image.getRGB(0, y, width, 1, dots, 0, width);
        pack(dots, row);
        out.write(row);
      }
    }
    return ByteBuffer.wrap(bytes.toByteArray()).asReadOnlyBuffer();
  }

  private static void pack(int[] dots, byte[] row) {
    for (int at = 0; at < row.length; at++) {
      int eight = 0;
      for (int dot = 8 * at; dot < 8 * at + 8; dot++) {
        boolean white = dot >= dots.length || (dots[dot] & 0xFF) > 127;
        eight = eight << 1 | (white ? 1 : 0);
      }
      row[at] = (byte) eight;
    }
  }
}
