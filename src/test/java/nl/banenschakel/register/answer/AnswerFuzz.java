package nl.banenschakel.register.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.intake.column.ColumnKind;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.EvidenceDraft;
import nl.banenschakel.register.EvidenceSource;
import nl.banenschakel.testing.Fuzz;

/** What of this area reads answers. */
public final class AnswerFuzz {
  private static final TenantVault VAULT = Vault.inMemory().forTenant(UUID.randomUUID());
  private static final EvidenceDraft ASKED =
      new EvidenceDraft(
          Loonheffingennummer.parse("001000275L01"),
          LocalDate.of(2026, 3, 10),
          Optional.empty(),
          EvidenceSource.PORTAL);

  /** Other meanings for the columns of the sample, and for what changes make of its heads. */
  private static final ColumnMapping MAPPING =
      new ColumnMapping(
          Map.of("van", "until", "totenmet", "from", "antwoord", "answer", "grondslag", "answer"));

  private AnswerFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    var json =
        "{\"loonheffingennummer\":\"001000275L01\",\"peildatum\":\"2026-03-10\",\"answers\":"
            + "[{\"bsn\":\"999990019\",\"answer\":\"in\",\"from\":\"2026-02-10\"}]}";
    return List.of(
        Fuzz.of(
            "answers as lines",
            List.of(
                "BSN;antwoord;van;tot en met\r\n999990019;in;10-02-2026;\r\n",
                "999990019;in;2026-02-10;\n999993653;uit;;\n"),
            Fuzz.TEXT,
            (file, random) -> Fuzz.read(file(random), file, random)),
        Fuzz.of(
            "answers as JSON",
            List.of(json),
            Fuzz.JSON,
            (file, random) ->
                Fuzz.read(new AnswerJsonDecoder(sealer(), ASKED.peildatum()), file, random)));
  }

  /** Whose files are looked at, too. */
  public static ColumnKind<?> kind() {
    return AnswerTable.KIND;
  }

  /** By a mapping, or by names alone. */
  private static AnswerFileDecoder file(Random random) {
    var mapping = random.nextBoolean() ? MAPPING : ColumnMapping.NONE;
    return new AnswerFileDecoder(sealer(), TableFile.CSV, ASKED, mapping);
  }

  private static PersonSealer sealer() {
    return new PersonSealer(VAULT);
  }
}
