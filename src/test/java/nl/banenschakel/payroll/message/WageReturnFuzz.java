package nl.banenschakel.payroll.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.vault.TenantVault;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.testing.Fuzz;

/** What of this area reads files. */
public final class WageReturnFuzz {
  private static final TenantVault VAULT = Vault.inMemory().forTenant(UUID.randomUUID());
  private static final List<String> WORDS =
      List.of(
          "<",
          ">",
          "</",
          "/>",
          "<NumIV>",
          "</NumIV>",
          "<VolledigeAangifte>",
          "<AanvullendeAangifte>",
          "<CorrectieTijdvak>",
          "<InkomstenverhoudingInitieel>",
          "-1",
          "99999999999",
          "2026-02-30",
          "<![CDATA[",
          "<!--",
          "<!DOCTYPE x>",
          "&amp;",
          "&x;",
          "\0",
          "é",
          "xmlns=\"urn:x\"");

  private WageReturnFuzz() {}

  /** Each of them. */
  public static List<Fuzz> all() {
    return List.of(
        Fuzz.of(
            "a wage return",
            List.of(SampleFiles.wageReturn(1), SampleFiles.wageReturn(3)),
            WORDS,
            (file, random) ->
                Fuzz.read(
                    new WageReturnDecoder(new PersonSealer(VAULT), Optional.empty()),
                    file,
                    random)));
  }
}
