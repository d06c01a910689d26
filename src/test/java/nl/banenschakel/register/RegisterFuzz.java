package nl.banenschakel.register;

import java.util.List;
import java.util.UUID;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.Fuzz;

/** What of this slice reads lists. */
public final class RegisterFuzz {
  private static final TenantVault VAULT = Vault.inMemory().forTenant(UUID.randomUUID());

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
            (file, random) ->
                Fuzz.read(new ListFileDecoder(sealer(), TableFile.CSV), file, random)),
        Fuzz.of(
            "a list as JSON",
            List.of(json),
            Fuzz.JSON,
            (file, random) -> Fuzz.read(new ListJsonDecoder(sealer()), file, random)));
  }

  private static PersonSealer sealer() {
    return new PersonSealer(VAULT);
  }
}
