package io.voltline.engine.fax;

import io.voltline.domain.customer.PhoneNumber;
import io.voltline.domain.fax.FaxTry;
import java.nio.file.Path;

/** The way out for faxes. */
@FunctionalInterface
public interface FaxLine {

  /**
   * Dials and sends; returns at once. The channel {@link FaxTry#line} stands as long as the try
   * lasts, and its end is told in the spool.
   *
   * @param document a TIFF file, by the name the switch knows it by
   */
  void send(FaxTry tried, PhoneNumber number, Path document);
}
