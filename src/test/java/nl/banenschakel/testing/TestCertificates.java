package nl.banenschakel.testing;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** Certificates and keys that are made anew in each JVM that asks for them, in PEM. */
public final class TestCertificates {
  /** Before the others, which are made with it. */
  private static final String PASSWORD = "in-tests-only";

  /** Of a server on this machine. */
  public static final Identity SERVER = make("server", "RSA", "2048");

  /** Of a client that the server knows. */
  public static final Identity CLIENT = make("client", "EC", "256");

  /** Of somebody else. */
  public static final Identity STRANGER = make("stranger", "EC", "256");

  private TestCertificates() {}

  /** A certificate that is signed by itself, and its key (PKCS#8). */
  public record Identity(Buffer certificate, Buffer key, Buffer publicKey) {}

  private static Identity make(String name, String algorithm, String bits) {
    try {
      var folder = Files.createTempDirectory("certificates");
      var store = folder.resolve(name + ".p12");
      keytool(name, algorithm, bits, store);
      try {
        return read(name, store);
      } finally {
        Files.delete(store);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException failed) {
      throw new IllegalStateException("No certificates for tests", failed);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static void keytool(String name, String algorithm, String bits, Path store)
      throws IOException, InterruptedException {
    var program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                List.of(
                    program,
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    algorithm,
                    "-keysize",
                    bits,
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "30",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static Identity read(String name, Path file)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    var certificate = store.getCertificate(name);
    return new Identity(
        pem("CERTIFICATE", certificate.getEncoded()),
        pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded()),
        pem("PUBLIC KEY", certificate.getPublicKey().getEncoded()));
  }

  private static Buffer pem(String what, byte[] bytes) {
    var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return Buffer.buffer("-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, text, what));
  }
}
