package io.voltline.engine.asterisk;

import io.voltline.engine.admin.PhoneBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The phones of accounts made at the desk, as a file of Asterisk's configuration, which it also
 * reads when it starts while no engine is there.
 */
public final class PhoneFile implements PhoneBook {
  private final Path file;
  private final Runnable reading;
  private boolean toBeRead;

  /**
   * A file in a folder that Asterisk may read.
   *
   * @param reading has Asterisk read it; throws Unavailable while it can't be told
   */
  public PhoneFile(Path file, Runnable reading) {
    this.file = file;
    this.reading = reading;
  }

  @Override
  public synchronized void renew(List<Phone> phones) {
    String text = phones.stream().map(PhoneFile::sections).collect(Collectors.joining());
    try {
      if (!text.equals(Files.exists(file) ? Files.readString(file) : "")) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        toBeRead = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("phones can't be written: " + file, e);
    }
    if (toBeRead) {
      reading.run();
      toBeRead = false;
    }
  }

  /** As the provisioning writes those of the accounts file. */
  private static String sections(Phone phone) {
    return """
        [%1$s](%2$s-phone)
        auth=%1$s
        aors=%1$s
        callerid=%1$s <%1$s>

        [%1$s](%2$s-aor)

        [%1$s](phone-auth)
        username=%1$s
        password=%3$s

        """
        .formatted(phone.agent(), phone.kind().code(), phone.password().reveal());
  }
}
