package nl.banenschakel.register.answer;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Target;
import nl.banenschakel.platform.stream.Decoder;

/** Answers become evidence, each once; deliveries of one number follow each other. */
final class AnswerTarget implements Target<AnswerBatch> {
  static final String KIND = AnswerTable.KIND.name();

  private final AnswerInput input;
  private final String receivedBy;
  private final PersonService persons;
  private final OrganisationService organisations;
  private final AnswerRepository answers;

  AnswerTarget(
      AnswerInput input,
      String receivedBy,
      PersonService persons,
      OrganisationService organisations,
      AnswerRepository answers) {
    this.input = input;
    this.receivedBy = receivedBy;
    this.persons = persons;
    this.organisations = organisations;
    this.answers = answers;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Decoder<AnswerBatch> decoder() {
    return input;
  }

  @Override
  public Delivery delivery() {
    var draft = input.draft();
    return new Delivery(
        draft.number(), draft.number().text(), draft.peildatum() + "/" + input.parameters());
  }

  @Override
  public Future<Void> stage(Tx tx, UUID upload, AnswerBatch batch) {
    return persons
        .stage(tx, upload, batch.people())
        .compose(staged -> answers.stage(tx, upload, batch.rows()));
  }

  @Override
  public Future<List<Violation>> check(Tx tx, UUID upload) {
    var mistakes = new ArrayList<Violation>();
    return organisations
        .owns(tx, input.draft().number())
        .compose(
            owns -> {
              if (!owns) {
                mistakes.add(OrganisationService.notYours(input.numberAt()));
              }
              return answers.findDiffering(tx, upload, input::at);
            })
        .map(
            differing -> {
              mistakes.addAll(differing);
              return mistakes;
            });
  }

  @Override
  public Future<Outcome> merge(Tx tx, UUID upload) {
    return persons
        .admit(tx, upload)
        .compose(admitted -> answers.add(tx, upload, input.draft(), receivedBy))
        .map(AnswerTarget::outcome);
  }

  @Override
  public Future<Void> purge(Tx tx, UUID upload) {
    return persons.purge(tx, upload).compose(purged -> answers.purge(tx, upload));
  }

  private static Outcome outcome(AnswerRepository.Added added) {
    var counts = new TreeMap<String, Long>();
    counts.put("lines", added.lines());
    counts.put("persons", added.persons());
    counts.put("new", added.added());
    counts.put("unchanged", added.persons() - added.added());
    return new Outcome(added.only().map(id -> "/v1/register-answers/" + id), counts);
  }
}
