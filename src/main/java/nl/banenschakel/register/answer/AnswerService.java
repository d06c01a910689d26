package nl.banenschakel.register.answer;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import nl.banenschakel.platform.stream.table.TableRow;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.EvidenceDraft;
import nl.banenschakel.register.EvidenceIntake;

/** Takes answers of the register about one person each, and keeps them. */
final class AnswerService implements EvidenceIntake.Taker {
  private final Db db;
  private final Vault vault;
  private final Uploads uploads;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final ColumnMappings mappings;
  private final AnswerRepository answers = new AnswerRepository();

  AnswerService(
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

  @Override
  public String kind() {
    return AnswerTarget.KIND;
  }

  @Override
  public List<String> heads(TableRow first) {
    return AnswerTable.heads(first);
  }

  /**
   * Takes answers as lines of text, or as rows of a table.
   *
   * @throws Failure.Invalid through the future, with every mistake
   */
  @Override
  public Future<Upload> takeFile(Incoming file, TableFile table, EvidenceDraft draft) {
    return mappings
        .of(file.caller(), AnswerTable.KIND, draft.source().text())
        .map(mapping -> new AnswerFileDecoder(sealer(file.caller()), table, draft, mapping))
        .compose(decoder -> table.admitted(() -> take(file.as(table), decoder)));
  }

  /**
   * Takes answers as the contract's JSON.
   *
   * @throws Failure.Invalid through the future, with every mistake
   */
  @Override
  public Future<Upload> takeJson(Incoming body, LocalDate today) {
    return take(body, new AnswerJsonDecoder(sealer(body.caller()), today));
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload).compose(purged -> answers.purge(tx, upload));
  }

  /** One answer of the caller's organisation. */
  Future<Answer> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> answers.find(tx, id))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Answers, newest first, from the one after a given one. */
  Future<List<Answer>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> answers.list(tx, after, limit));
  }

  private Future<Upload> take(Incoming incoming, AnswerInput input) {
    var receivedBy = incoming.caller().subject();
    var target = new AnswerTarget(input, receivedBy, persons, organisations, answers);
    return uploads.take(incoming, target);
  }

  private PersonSealer sealer(Caller caller) {
    return new PersonSealer(vault.forTenant(caller.organisation()));
  }
}
