package nl.banenschakel.load;

import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.payroll.message.WageReturnDecoder;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.stream.Inflow;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;

/**
 * What each part of taking a wage return costs when nothing else is done, in seconds of processor:
 * all that happens before PostgreSQL.
 */
final class PartsLoad {
  private static final int PEOPLE_A_BATCH = 5_000;

  private final PrintWriter out;
  private final int relationships;
  private final int times;
  private final TenantVault vault = Vault.inMemory().forTenant(new UUID(0, 1));

  /** Does each part so many times: Java compiles what it runs often, and the last row counts. */
  PartsLoad(PrintWriter out, int relationships, int times) {
    this.out = out;
    this.relationships = relationships;
    this.times = times;
  }

  /** One part, done once. */
  private interface Part {
    void run() throws IOException, XMLStreamException;
  }

  void run() throws IOException, XMLStreamException {
    var file = Files.createTempFile("banenschakel-load", ".xml");
    var vertx = Vertx.vertx();
    try {
      LoadFiles.wageReturn(file, Tijdvak.parse("2026-M01"), 0, relationships, 1, 0);
      int port = discardingServer(vertx);
      out.println(
          "| bare parse | parse without waiting | all of decoding | sealing | digest"
              + " | send and receive |");
      out.println("|---|---|---|---|---|---|");
      for (int n = 0; n < times; n++) {
        var parts =
            List.<Part>of(
                () -> parseBare(file),
                () -> parseAsync(file),
                () -> decode(file),
                this::seal,
                () -> digest(file),
                () -> send(port, file));
        for (var part : parts) {
          out.printf("| %.2f ", spent(part));
        }
        out.println("|");
        out.flush();
      }
    } finally {
      Awaited.of(vertx.close());
      Files.delete(file);
    }
  }

  /** Takes what comes as the gateway does, and throws it away. */
  private static int discardingServer(Vertx vertx) {
    return Awaited.of(
            vertx
                .createHttpServer(HttpLimits.options())
                .requestHandler(PartsLoad::discard)
                .listen(0, "127.0.0.1"))
        .actualPort();
  }

  private static void discard(HttpServerRequest request) {
    request.handler(bytes -> {});
    request.endHandler(end -> request.response().end());
  }

  private static double spent(Part part) throws IOException, XMLStreamException {
    long before = cpuNs();
    part.run();
    return (cpuNs() - before) / 1e9;
  }

  private static long cpuNs() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static InputFactoryImpl parsers() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    return factory;
  }

  private static void parseBare(Path file) throws IOException, XMLStreamException {
    try (var in = Files.newInputStream(file)) {
      var reader = parsers().createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
      }
      reader.close();
    }
  }

  private static void parseAsync(Path file) throws IOException, XMLStreamException {
    var reader = parsers().createAsyncForByteArray();
    for (var pieces = new Pieces(file); pieces.next(); ) {
      reader.getInputFeeder().feedInput(pieces.piece, 0, pieces.piece.length);
      int event = reader.next();
      while (event != AsyncXMLStreamReader.EVENT_INCOMPLETE
          && event != XMLStreamConstants.END_DOCUMENT) {
        event = reader.next();
      }
    }
  }

  private void decode(Path file) throws IOException {
    var decoder = new WageReturnDecoder(new PersonSealer(vault), Optional.empty());
    int rows = 0;
    for (var pieces = new Pieces(file); pieces.next(); ) {
      rows += decoder.feed(pieces.piece).stream().mapToInt(batch -> batch.rows().size()).sum();
    }
    rows += decoder.end().stream().mapToInt(batch -> batch.rows().size()).sum();
    if (rows != relationships) {
      throw new IllegalStateException("Read " + rows);
    }
  }

  private static void send(int port, Path file) throws IOException {
    var unused = FileSender.post(port, "/", Map.of(), file);
  }

  private void seal() {
    var sealer = new PersonSealer(vault);
    var people = new ArrayList<Object>();
    for (int n = 0; n < relationships; n++) {
      people.add(sealer.blindIndex(Bsn.parse(LoadFiles.bsn(n))));
      if (people.size() == PEOPLE_A_BATCH) {
        people.clear();
        people.add(sealer.drain());
      }
    }
  }

  private void digest(Path file) throws IOException {
    var digest = vault.digest();
    for (var pieces = new Pieces(file); pieces.next(); ) {
      digest.update(pieces.piece);
    }
    var unused = digest.finish();
  }

  /** A file as the gateway's decoders are given it. */
  private static final class Pieces {
    private final BufferedInputStream in;
    private byte[] piece = {};

    Pieces(Path file) throws IOException {
      in = new BufferedInputStream(Files.newInputStream(file), Inflow.PIECE_BYTES);
    }

    boolean next() throws IOException {
      piece = in.readNBytes(Inflow.PIECE_BYTES);
      if (piece.length == 0) {
        in.close();
      }
      return piece.length > 0;
    }
  }
}
