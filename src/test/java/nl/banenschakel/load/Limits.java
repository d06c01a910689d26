package nl.banenschakel.load;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.postgresql.PGConnection;

/** What the machine can do at best with the same rows and the same bytes. */
final class Limits {
  private static final int PIECE_BYTES = 64 * 1024;

  private final LoadGateway gateway;
  private final Connection session;

  Limits(LoadGateway gateway, Connection session) {
    this.gateway = gateway;
    this.session = session;
  }

  /** On the clock, and of the processor in all processes. */
  record Took(double seconds, double cpuSeconds) {}

  /**
   * What COPY takes to write the rows that are known now into an empty table of the same columns,
   * keys, indexes and checks, committed; without row-level security, which COPY refuses.
   *
   * @param which of the rows, as a condition
   */
  Took copy(String table, String which) throws SQLException, IOException {
    var copy = session.unwrap(PGConnection.class).getCopyAPI();
    var rows = gateway.folder().resolve("rows.copy");
    try (var out = Files.newOutputStream(rows)) {
      var query = "copy (select * from %s where known_until = 'infinity' and %s) to stdout";
      copy.copyOut(query.formatted(table, which), out);
    }
    try (var statement = session.createStatement()) {
      statement.execute("create table twin (like %s including all)".formatted(table));
      statement.execute("checkpoint");
      long from = System.nanoTime();
      var cpu = gateway.cpu();
      try (var in = Files.newInputStream(rows)) {
        copy.copyIn("copy twin from stdin", in, PIECE_BYTES);
      }
      var took = took(from, cpu);
      statement.execute("drop table twin");
      return took;
    } finally {
      Files.delete(rows);
    }
  }

  /** What Aalto takes to go through a file, doing nothing with what it finds. */
  Took parse(Path file) throws IOException, XMLStreamException {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    long from = System.nanoTime();
    var cpu = gateway.cpu();
    try (var in = Files.newInputStream(file)) {
      var reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
      }
      reader.close();
    }
    return took(from, cpu);
  }

  static double seconds(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1e9;
  }

  private Took took(long fromNanos, CpuSeconds.Spent cpu) {
    return new Took(seconds(fromNanos), gateway.cpu().since(cpu).all());
  }
}
