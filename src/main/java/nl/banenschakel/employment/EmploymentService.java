package nl.banenschakel.employment;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.employment.column.ContractTable;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Incoming;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.intake.column.ColumnMappings;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.vault.Vault;

/** Takes contracts from HR systems. */
public final class EmploymentService {
  private final Db db;
  private final Vault vault;
  private final Uploads uploads;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final ColumnMappings mappings;
  private final ContractRepository contracts = new ContractRepository();

  EmploymentService(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations,
      ColumnMappings mappings) {
    this.db = db;
    this.vault = vault;
    this.uploads = uploads;
    this.persons = persons;
    this.organisations = organisations;
    this.mappings = mappings;
  }

  /**
   * Takes a contracts file: all of it takes effect, or nothing.
   *
   * @param file nothing of it is read when the number is not the caller's
   * @param table what is known of the file before it is read
   * @param numberAt where the loonheffingennummer was given
   * @return the accepted delivery, or the earlier one that these bytes repeat
   * @throws Failure.Invalid through the future, with every mistake, when it is refused
   */
  public Future<Upload> take(
      Incoming file, TableFile table, ContractDelivery delivery, String numberAt) {
    var caller = file.caller();
    return db.tx(
            caller.organisation(),
            tx ->
                organisations
                    .requireOwn(tx, delivery.number(), numberAt)
                    .compose(own -> mappings.of(tx, ContractTable.KIND, delivery.source())))
        .compose(
            mapping -> {
              var decoder = new ContractDecoder(sealer(caller), table, mapping);
              var input = new ContractInput.File(decoder, mapping, delivery, numberAt);
              return table.admitted(() -> uploads.take(file.as(table), target(input)));
            });
  }

  /**
   * Takes new and changed contracts as the contract's JSON: all of them take effect, or nothing.
   *
   * @return the accepted delivery, or the earlier one that these bytes repeat
   * @throws Failure.Invalid through the future, with every mistake, when it is refused
   */
  public Future<Upload> takeJson(Incoming body) {
    return uploads.take(body, target(new ContractJsonDecoder(sealer(body.caller()))));
  }

  /** Empties staging of a delivery that nobody receives any more. */
  Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload).compose(purged -> contracts.purge(tx, upload));
  }

  private ContractTarget target(ContractInput input) {
    return new ContractTarget(input, persons, organisations, contracts);
  }

  private PersonSealer sealer(Caller caller) {
    return new PersonSealer(vault.forTenant(caller.organisation()));
  }
}
