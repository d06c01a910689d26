package nl.banenschakel.register;

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
import nl.banenschakel.testing.Fuzz;

/** What of this slice reads lists. */
public final class RegisterFuzz {
  private static final TenantVault VAULT = Vault.inMemory().forTenant(UUID.randomUUID());

  private static final EvidenceDraft ASKED =
      new EvidenceDraft(
          Loonheffingennummer.parse("001000275L01"),
          LocalDate.of(2026, 4, 1),
          Optional.empty(),
          EvidenceSource.PORTAL);

  /** The other column of the sample, and what changes make of its heads. */
  private static final ColumnMapping MAPPING =
      new ColumnMapping(
          Map.of("naam", "bsn", "bsn", ColumnMapping.IGNORE, "grondslag", "bsn", "", "bsn"));

  private RegisterFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    var json =
        "{\"loonheffingennummer\":\"001000275L01\",\"peildatum\":\"2026-04-01\",\"bsns\":[\"999990019\",\"999993653\"]}";
    return List.of(
        Fuzz.of(
            "a list as lines",
            List.of("BSN;Naam\r\n999990019;A\r\n999993653;B\r\n", "999990019\n999993653\n"),
            Fuzz.TEXT,
            (file, random) -> Fuzz.read(file(random), file, random)),
        Fuzz.of(
            "a list as JSON",
            List.of(json),
            Fuzz.JSON,
            (file, random) ->
                Fuzz.read(new ListJsonDecoder(sealer(), LocalDate.of(2026, 4, 15)), file, random)));
  }

  /** Whose files are looked at, too. */
  public static ColumnKind<?> kind() {
    return ListFileDecoder.KIND;
  }

  /** By a mapping, or by names alone. */
  private static ListFileDecoder file(Random random) {
    var mapping = random.nextBoolean() ? MAPPING : ColumnMapping.NONE;
    return new ListFileDecoder(sealer(), TableFile.CSV, ASKED, mapping);
  }

  private static PersonSealer sealer() {
    return new PersonSealer(VAULT);
  }
}
