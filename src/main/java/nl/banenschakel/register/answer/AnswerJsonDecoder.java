package nl.banenschakel.register.answer;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.json.StrictJson;
import nl.banenschakel.register.EvidenceDraft;

/** Reads answers as JSON: one or many about different people, all of one day. */
final class AnswerJsonDecoder implements AnswerInput {
  /** Answers of one body: more come in several bodies, or as a file. */
  static final int ANSWERS_MAX = 5_000;

  private final Mistakes mistakes = new Mistakes();
  private final Buffer body = Buffer.buffer();
  private final AnswerRows rows;
  private final LocalDate today;
  private Optional<EvidenceDraft> draft = Optional.empty();

  AnswerJsonDecoder(PersonSealer sealer, LocalDate today) {
    this.today = today;
    this.rows = new AnswerRows(sealer);
  }

  private record Item(Bsn bsn, Registration registration) {
    static Item parse(Fields in, Optional<LocalDate> peildatum) {
      var bsn = in.required("bsn", Bsn::parse);
      var answer = in.required("answer", Item::isIn);
      var from = in.optional("from", LocalDate::parse);
      var until = in.optional("until", LocalDate::parse);
      var signedOutOn = in.optional("signedOutOn", LocalDate::parse);
      var registration =
          answer
              .optional()
              .map(
                  isIn ->
                      new Registration(
                          isIn, from.optional(), until.optional(), signedOutOn.optional()));
      registration.ifPresent(
          read ->
              peildatum
                  .map(read::mistakes)
                  .orElse(List.of())
                  .forEach(it -> in.refuse(it.member(), it.code(), it.detail())));
      return in.build(() -> new Item(bsn.get(), registration.orElseThrow()));
    }

    private static boolean isIn(String text) {
      if (!text.equals("in") && !text.equals("out")) {
        throw new Malformed("ANSWER_FORM", "Expected in or out.");
      }
      return text.equals("in");
    }
  }

  @Override
  public EvidenceDraft draft() {
    return draft.orElseThrow();
  }

  @Override
  public String numberAt() {
    return "/loonheffingennummer";
  }

  @Override
  public String at(int line) {
    return "/answers/" + (line - 1);
  }

  @Override
  public List<AnswerBatch> feed(byte[] piece) {
    body.appendBytes(piece);
    return List.of();
  }

  @Override
  public List<AnswerBatch> end() {
    try {
      read(Fields.of(StrictJson.object(body)));
    } catch (Failure.Invalid invalid) {
      invalid.violations().forEach(mistakes::add);
    }
    return rows.take();
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private void read(Fields in) {
    var members = EvidenceDraft.Members.of(in, today);
    var peildatum = members.peildatum().optional();
    var answers = in.list("answers", 1, ANSWERS_MAX, item -> Item.parse(item, peildatum));
    draft = Optional.of(in.build(members::draft));
    int line = 0;
    for (var item : answers.get()) {
      rows.add(++line, item.bsn(), item.registration());
    }
    rows.close();
  }
}
