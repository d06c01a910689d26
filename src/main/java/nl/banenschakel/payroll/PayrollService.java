package nl.banenschakel.payroll;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.payroll.merge.WageReturnTarget;
import nl.banenschakel.payroll.message.WageReturnDecoder;
import nl.banenschakel.payroll.total.StatedTotal;
import nl.banenschakel.payroll.total.TieOut;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** Takes wage returns from payroll systems. */
public final class PayrollService {
  private final Vault vault;
  private final Uploads uploads;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final TieOut tieOut;

  PayrollService(
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations,
      TieOut tieOut) {
    this.vault = vault;
    this.uploads = uploads;
    this.persons = persons;
    this.organisations = organisations;
    this.tieOut = tieOut;
  }

  /**
   * Takes a wage return: all of it takes effect, or nothing.
   *
   * @param expected the only loonheffingennummer it may be of, where the sender said so
   * @return the accepted delivery, or the earlier one that these bytes repeat
   * @throws Failure.Invalid through the future, with every mistake, when it is refused
   * @throws Failure.Conflict through the future, when another message has this DatTdAanm and IdBer
   */
  public Future<Upload> take(Incoming xml, Optional<Loonheffingennummer> expected) {
    return take(xml, expected, Optional.empty());
  }

  /**
   * The same of a sender who says what the return's own tijdvak comes to: where it differs, the
   * outcome has a warning.
   */
  Future<Upload> take(
      Incoming xml, Optional<Loonheffingennummer> expected, Optional<StatedTotal> stated) {
    var sealer = new PersonSealer(vault.forTenant(xml.caller().organisation()));
    var decoder = new WageReturnDecoder(sealer, expected);
    var sender = xml.caller().subject();
    return uploads.take(
        xml, new WageReturnTarget(decoder, persons, organisations, tieOut, stated, sender));
  }

  /** Empties staging of a delivery that nobody receives any more. */
  Future<Void> purge(Tx tx, UUID upload) {
    return WageReturnTarget.purge(tx, upload, persons);
  }
}
