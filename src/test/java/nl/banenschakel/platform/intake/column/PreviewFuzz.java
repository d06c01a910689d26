package nl.banenschakel.platform.intake.column;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.testing.Fuzz;

/** Looks at files: they break on nothing, and whatever stands where, no BSN is shown. */
public final class PreviewFuzz {
  private static final List<String> HEADS =
      List.of("bsn", "naam", "antwoord", "van", "personeelsnummer", "afdeling", "grondslag", "x");

  private PreviewFuzz() {}

  /** One that takes each file for any of these kinds. */
  public static List<Fuzz> all(List<ColumnKind<?>> kinds) {
    return List.of(
        Fuzz.of(
            "a look at a file",
            List.of(
                """
                Personeelsnummer;BSN;Begindatum;Uren;Afdeling
                999993653;999990019;01-03-2024;36,5;zie 9999.90.019
                """,
                "BSN;antwoord;van;tot en met;x\r\n999990019;in;10-02-2026;;\r\n",
                "999990019;in;2026-02-10;\n999993653;uit;;\n"),
            Fuzz.TEXT,
            (file, random) -> look(kinds.get(random.nextInt(kinds.size())), file, random)));
  }

  private static <C> void look(ColumnKind<C> kind, byte[] file, Random random) {
    var preview = new TablePreview<>(kind, TableFile.CSV, read(kind, random));
    Fuzz.read(preview, file, random);
    Fuzz.requireNoBsn(ColumnMappingJson.of(preview.seen()).encode());
  }

  /** By names alone, or by any mapping of its fields. */
  private static TablePreview.Read read(ColumnKind<?> kind, Random random) {
    if (random.nextBoolean()) {
      return TablePreview.Read.NAMES;
    }
    var fields = new HashMap<String, String>();
    HEADS.forEach(
        head -> fields.put(head, kind.fieldNames().get(random.nextInt(kind.fieldNames().size()))));
    return new TablePreview.Read(
        TablePreview.Origin.SAVED, Optional.of("hr"), new ColumnMapping(fields));
  }
}
