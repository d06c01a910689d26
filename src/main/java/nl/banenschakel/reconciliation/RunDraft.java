package nl.banenschakel.reconciliation;

import java.time.InstantSource;
import java.util.Optional;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.json.Fields;

/**
 * A run to be made.
 *
 * @param number the payroll that is compared
 * @param from first tijdvak; else the first one of the returns that are there
 * @param until last tijdvak; else the last one of the returns that are there
 * @param asOf what it knows
 */
public record RunDraft(
    Loonheffingennummer number, Optional<Tijdvak> from, Optional<Tijdvak> until, KnownAt asOf) {

  /** Reads a body, or fails with every mistake. */
  public static RunDraft parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var from = in.optional("from", Tijdvak::parse);
    var until = in.optional("until", Tijdvak::parse);
    var asOf = in.optional("asOf", text -> KnownAt.parse(text, InstantSource.system()));
    return in.build(
        () ->
            new RunDraft(
                number.get(),
                from.optional(),
                until.optional(),
                asOf.optional().orElse(KnownAt.NOW)));
  }
}
