package dev.alidade.engine;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A certificate that is its own authority, made for a test by the JDK's keytool. */
public final class TestCertificate {
  /** Of the key store and the key in it. */
  public static final String PASSWORD = "changeit";

  private final Path folder;

  private TestCertificate(Path folder) {
    this.folder = folder;
  }

  /** One for a server of these names, such as {@code dns:localhost} or {@code ip:127.0.0.1}. */
  public static TestCertificate of(String... names) {
    try {
      TestCertificate made = new TestCertificate(Files.createTempDirectory("certificate"));
      made.make(String.join(",", names));
      made.write();
      return made;
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Certificate and key together, PKCS12. */
  public Path keyStore() {
    return folder.resolve("server.p12");
  }

  /** The certificate as PEM, which is the authority to trust as well. */
  public Path certificate() {
    return folder.resolve("server.crt");
  }

  /** The key as PEM, for its owner only. */
  public Path key() {
    return folder.resolve("server.key");
  }

  private void make(String names) throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-validity",
                "3",
                "-dname",
                "CN=Alidade test",
                "-ext",
                "san=" + names,
                "-ext",
                "bc:critical=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                keyStore().toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!Files.exists(keyStore())) {
      throw new IllegalStateException("keytool made no certificate: " + said);
    }
  }

  private void write() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(keyStore().toFile())) {
      store.load(in, PASSWORD.toCharArray());
    }
    write(certificate(), "CERTIFICATE", store.getCertificate("server").getEncoded());
    write(key(), "PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    for (Path file : List.of(keyStore(), certificate(), key(), folder)) {
      file.toFile().deleteOnExit();
    }
  }

  private static void write(Path file, String kind, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    try {
      Files.writeString(
          file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
