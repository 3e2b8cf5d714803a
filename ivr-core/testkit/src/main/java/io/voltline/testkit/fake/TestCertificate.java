package io.voltline.testkit.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate for localhost, made once by the JDK's own keytool, as PEM files. */
public final class TestCertificate {
  private static final char[] PASSWORD = "for-tests".toCharArray();
  private static final byte[] STORE = make();

  private TestCertificate() {}

  /** Writes both files, and the key store they came from beside them. */
  public static void write(Path certificate, Path key) {
    Path store = certificate.resolveSibling("store.p12");
    try {
      Files.write(store, STORE);
      var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
      pem(certificate, "CERTIFICATE", keys.getCertificate("test").getEncoded());
      pem(key, "PRIVATE KEY", keys.getKey("test", PASSWORD).getEncoded());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] make() {
    try {
      Path folder = Files.createTempDirectory("voltline-certificate");
      Path store = folder.resolve("store.p12");
      var keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "EC",
                  "-alias",
                  "test",
                  "-dname",
                  "CN=localhost",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  store.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
      byte[] made = Files.readAllBytes(store);
      Files.delete(store);
      Files.delete(folder);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pem(Path file, String what, byte[] der) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(what, Base64.getMimeEncoder().encodeToString(der), what));
  }
}
