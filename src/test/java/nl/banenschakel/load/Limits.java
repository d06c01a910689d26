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
  private Limits() {}

  /**
   * Seconds that COPY takes to write the same rows into an empty table of the same columns, keys
   * and checks, committed; without row-level security, which COPY refuses.
   */
  static double copySeconds(Connection session, Path folder, String table, String where)
      throws SQLException, IOException {
    var copy = session.unwrap(PGConnection.class).getCopyAPI();
    var rows = folder.resolve("rows.copy");
    try (var out = Files.newOutputStream(rows)) {
      copy.copyOut("copy (select * from %s where %s) to stdout".formatted(table, where), out);
    }
    try (var statement = session.createStatement()) {
      statement.execute("create table twin (like %s including all)".formatted(table));
      statement.execute("checkpoint");
      long from = System.nanoTime();
      try (var in = Files.newInputStream(rows)) {
        copy.copyIn("copy twin from stdin", in);
      }
      double took = seconds(from);
      statement.execute("drop table twin");
      return took;
    }
  }

  /** Seconds that Aalto takes to go through a file, doing nothing with what it finds. */
  static double parseSeconds(Path file) throws IOException, XMLStreamException {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    long from = System.nanoTime();
    try (var in = Files.newInputStream(file)) {
      var reader = factory.createXMLStreamReader(in);
      while (reader.hasNext()) {
        reader.next();
      }
      reader.close();
    }
    return seconds(from);
  }

  static double seconds(long fromNanos) {
    return (System.nanoTime() - fromNanos) / 1e9;
  }
}
