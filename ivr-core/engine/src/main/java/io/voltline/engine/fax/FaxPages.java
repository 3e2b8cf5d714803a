package io.voltline.engine.fax;

import io.voltline.domain.fax.FaxFile;
import java.nio.file.Path;
import java.util.Optional;

/** The files of faxes that were kept. */
@FunctionalInterface
public interface FaxPages {

  /** Where the pages lie in this format; empty when the file is gone. */
  Optional<Path> of(FaxFile file, FaxFormat format);
}
