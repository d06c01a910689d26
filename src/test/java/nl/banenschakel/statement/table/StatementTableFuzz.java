package nl.banenschakel.statement.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.banenschakel.platform.intake.column.ColumnKind;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.testing.Fuzz;
import nl.banenschakel.testing.WorkbookFile;

/** What of this area reads files. */
public final class StatementTableFuzz {
  private static final String[] TABLE = {
    "Document;Opdracht;Periode van;Periode tot en met;Persoon;Datum;Uren;Factuurnummer;Factuurdatum",
    "D-1;A-17;01-03-2026;31-03-2026;P-204;02-03-2026;7,75;F-1;31-03-2026",
    "D-1;A-17;01-03-2026;31-03-2026;P-204;;8;;",
    ";A-18;2026-03-01;2026-03-31;;;;;"
  };

  /** Another meaning for columns of the sample. */
  private static final ColumnMapping MAPPING =
      new ColumnMapping(Map.of("datum", "deliveredOn", "uren", ColumnMapping.IGNORE));

  private StatementTableFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    return List.of(
        Fuzz.of(
            "statements as CSV",
            List.of(String.join("\r\n", TABLE)),
            Fuzz.TEXT,
            (file, random) ->
                Fuzz.read(
                    new StatementFileDecoder(
                        TableFile.CSV, random.nextBoolean() ? MAPPING : ColumnMapping.NONE),
                    file,
                    random)),
        new Fuzz(
            "statements as XLSX",
            List.of(WorkbookFile.of(TABLE).bytes()),
            Fuzz.TEXT,
            UnaryOperator.identity(),
            (file, random) ->
                Fuzz.read(
                    new StatementFileDecoder(
                        new TableFile(TableForm.XLSX, Optional.empty()), ColumnMapping.NONE),
                    file,
                    random)));
  }

  /** As a look at a file knows them. */
  public static ColumnKind<?> kind() {
    return StatementTable.KIND;
  }
}
