package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of which nobody knew the length is stopped at 1 GiB, and was never held. */
@Tag("nightly")
class UploadSizeIT {
  private static final long FILE_BYTES_MAX = 1L << 30;
  private static final long HELD_BYTES_MAX = 32L << 20;
  private static final int PIECE_BYTES = 1 << 20;
  private static final int SILENCE_MAX_MS = 60_000;

  private static TestGateway gateway;
  private static UUID organisation;

  private long held;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract-files?delivery=full", "wage-returns"})
  void one_byte_more_than_1_gibibyte_is_413_and_memory_stays_bounded(String path)
      throws IOException {
    assertThat(send(path, FILE_BYTES_MAX + 1)).startsWith("HTTP/1.1 413 ");
    assertThat(held).isLessThan(HELD_BYTES_MAX);
    assertThat(new StoredRows(gateway.database()).everything(organisation)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract-files?delivery=full", "wage-returns"})
  void exactly_1_gibibyte_is_read_to_the_end(String path) throws IOException {
    assertThat(send(path, FILE_BYTES_MAX)).startsWith("HTTP/1.1 400 ");
  }

  /** Chunked; the status line of the answer. */
  private String send(String path, long bytes) throws IOException {
    boolean csv = path.startsWith("contract");
    var begin = csv ? CONTRACT_HEADER : SampleFiles.wageReturn(1).replaceAll("(?s)<Bericht.*", "");
    try (var socket = new Socket(gateway.base().getHost(), gateway.base().getPort())) {
      socket.setSoTimeout(SILENCE_MAX_MS);
      var out = socket.getOutputStream();
      out.write(head(path, csv ? "text/csv" : "application/xml").getBytes(ISO_8859_1));
      chunk(out, begin.getBytes(ISO_8859_1));
      long before = used();
      fill(out, bytes - begin.length(), before);
      out.write("0\r\n\r\n".getBytes(ISO_8859_1));
      out.flush();
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))
          .readLine();
    }
  }

  /** Empty lines: they are read, and nothing comes of them. */
  private void fill(OutputStream out, long bytes, long before) throws IOException {
    var piece = "\n".repeat(PIECE_BYTES).getBytes(ISO_8859_1);
    long left = bytes;
    for (; left >= piece.length; left -= piece.length) {
      chunk(out, piece);
    }
    held = used() - before; // Nearly all is sent and no end has come.
    chunk(out, "\n".repeat((int) left).getBytes(ISO_8859_1));
  }

  private static void chunk(OutputStream out, byte[] bytes) throws IOException {
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
    out.write(bytes);
    out.write("\r\n".getBytes(ISO_8859_1));
  }

  private static String head(String path, String type) {
    return """
    POST /v1/%s HTTP/1.1
    Host: x
    Authorization: Bearer %s
    Content-Type: %s
    Loonheffingennummer: %s
    Transfer-Encoding: chunked

    """
        .formatted(path, gateway.token(Set.of(organisation), Role.HR, Role.PAYROLL), type, NUMBER)
        .replace("\n", "\r\n");
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
