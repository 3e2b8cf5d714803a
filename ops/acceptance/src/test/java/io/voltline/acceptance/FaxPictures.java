package io.voltline.acceptance;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Fax pages dot by dot. */
final class FaxPictures {
  private FaxPictures() {}

  /** One text a page: a line a row of dots, white rows at the end left out. */
  static List<String> of(Path tiff) throws IOException {
    List<String> pages = new ArrayList<>();
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (var in = ImageIO.createImageInputStream(tiff.toFile())) {
      reader.setInput(in);
      for (int page = 0; page < reader.getNumImages(true); page++) {
        pages.add(dots(reader.read(page)));
      }
    } finally {
      reader.dispose();
    }
    return pages;
  }

  private static String dots(BufferedImage page) {
    StringBuilder dots = new StringBuilder();
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        dots.append((page.getRGB(x, y) & 0xFF) > 127 ? ' ' : '#');
      }
      dots.append('\n');
    }
    return dots.toString().stripTrailing();
  }
}
