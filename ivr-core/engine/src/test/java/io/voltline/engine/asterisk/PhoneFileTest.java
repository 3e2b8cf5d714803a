package io.voltline.engine.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voltline.domain.kernel.AgentNo;
import io.voltline.domain.kernel.Secret;
import io.voltline.engine.admin.PhoneBook.Phone;
import io.voltline.engine.desk.PhoneKind;
import io.voltline.engine.desk.Unavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhoneFileTest {
  private static final Phone PHONE =
      new Phone(new AgentNo("1031"), PhoneKind.SIP, new Secret("secret"));

  @TempDir private Path folder;
  private int read;
  private boolean away;

  @Test
  void theSwitchReadsThePhonesWhenTheyAreOthers() throws Exception {
    var phones = phones();
    phones.renew(List.of());
    assertThat(read).isZero();
    phones.renew(List.of(PHONE));
    phones.renew(List.of(PHONE));
    assertThat(read).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("phones.conf")))
        .contains("[1031](sip-phone)", "[1031](sip-aor)", "[1031](phone-auth)", "password=secret");
    phones.renew(List.of());
    assertThat(read).isEqualTo(2);
  }

  @Test
  void aSwitchThatIsAwayReadsThemLater() {
    var phones = phones();
    away = true;
    assertThatThrownBy(() -> phones.renew(List.of(PHONE))).isInstanceOf(Unavailable.class);
    away = false;
    phones.renew(List.of(PHONE));
    assertThat(read).isEqualTo(1);
  }

  private PhoneFile phones() {
    return new PhoneFile(folder.resolve("phones.conf"), this::read);
  }

  private void read() {
    if (away) {
      throw new Unavailable("the switch");
    }
    read++;
  }
}
