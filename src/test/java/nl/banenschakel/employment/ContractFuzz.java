package nl.banenschakel.employment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.Fuzz;
import nl.banenschakel.testing.WorkbookFile;

/** What of this slice reads files. */
public final class ContractFuzz {
  private static final String[] TABLE = {
    "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Doelgroep verwacht;Afdeling",
    "0007;999990019;01-03-2024;31-12-2026;36,5;ja;Zorg",
    "0008;010000008;2025-01-15;;12.75;nee;\"Één \"\"team\"\"\""
  };
  private static final List<String> XML_WORDS =
      List.of(
          "<",
          ">",
          "</c>",
          "<c r=\"A1\">",
          "<c r=\"ZZZ9999999\" t=\"s\">",
          "<v>",
          "1E308",
          "-1",
          "<f>",
          "<f t=\"shared\" si=\"0\"/>",
          "<f t=\"array\" ref=\"A1:B2\">",
          "<row r=\"0\">",
          "<is><t>",
          "<!DOCTYPE x>",
          "&x;",
          "&#0;",
          "s=\"9\"",
          "t=\"b\"",
          "t=\"d\"",
          "<si>",
          "<![CDATA[",
          "hidden=\"1\"");
  private static final String SHEET =
      "<worksheet xmlns=\"%s\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>BSN</t></is></c></row>"
              .formatted(WorkbookFile.MAIN)
          + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45352</v></c><c r=\"B2\" s=\"3\"><f>1+1</f><v>999990019</v></c></row></sheetData></worksheet>";
  private static final TenantVault VAULT = Vault.inMemory().forTenant(UUID.randomUUID());

  /** Other meanings for the columns of the sample, and for what changes make of its heads. */
  private static final ColumnMapping MAPPING =
      new ColumnMapping(
          Map.of(
              "afdeling",
              "contractNumber",
              "doelgroepverwacht",
              ColumnMapping.IGNORE,
              "grondslag",
              "department"));

  private ContractFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    var csv = String.join("\r\n", TABLE);
    var json =
        """
        {"loonheffingennummer":"001000275L01","items":[{"bsn":"999990019","personnelNumber":"7",
        "startDate":"2024-01-01","contractHoursPerWeek":36.5,"department":"Zorg"}]}
        """;
    return List.of(
        Fuzz.of(
            "contracts as CSV",
            List.of(csv),
            Fuzz.TEXT,
            (file, random) -> Fuzz.read(csv(random), file, random)),
        new Fuzz(
            "contracts as XLSX",
            List.of(WorkbookFile.of(TABLE).bytes()),
            Fuzz.TEXT,
            UnaryOperator.identity(),
            (file, random) -> Fuzz.read(workbook(), file, random)),
        new Fuzz(
            "the sheet of a workbook",
            List.of(SHEET.getBytes(UTF_8)),
            XML_WORDS,
            xml -> book().part("xl/worksheets/sheet1.xml", xml).bytes(),
            (file, random) -> Fuzz.read(workbook(), file, random)),
        new Fuzz(
            "the strings of a workbook",
            List.of("<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>".getBytes(UTF_8)),
            XML_WORDS,
            xml -> book().part("xl/sharedStrings.xml", xml).bytes(),
            (file, random) -> Fuzz.read(workbook(), file, random)),
        Fuzz.of(
            "contracts as JSON",
            List.of(json),
            Fuzz.JSON,
            (file, random) -> Fuzz.read(new ContractJsonDecoder(sealer()), file, random)));
  }

  private static WorkbookFile book() {
    return WorkbookFile.of(TABLE).strings("Personeelsnummer");
  }

  /** By a mapping, or by names alone. */
  private static Decoder<?> csv(Random random) {
    var mapping = random.nextBoolean() ? MAPPING : ColumnMapping.NONE;
    return new ContractDecoder(sealer(), TableFile.CSV, mapping);
  }

  private static Decoder<?> workbook() {
    return new ContractDecoder(
        sealer(), new TableFile(TableForm.XLSX, Optional.empty()), ColumnMapping.NONE);
  }

  private static PersonSealer sealer() {
    return new PersonSealer(VAULT);
  }
}
