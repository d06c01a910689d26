package nl.banenschakel.register.answer;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.register.EvidenceDraft;
import nl.banenschakel.register.EvidenceSource;
import org.jspecify.annotations.Nullable;

/** Rows of {@code register.answer}. */
final class AnswerRepository {
  /** Mistakes that are read back: more than are listed, so that the total says something. */
  private static final int MISTAKES_MAX = 10_000;

  private final Sql sql = Sql.load("register");

  /**
   * What a delivery came to.
   *
   * @param added answers that were not the newest known already
   * @param only the answer it comes to, where it is about one person
   */
  record Added(long lines, long persons, long added, Optional<UUID> only) {}

  Future<Void> stage(Tx tx, UUID upload, List<AnswerRow> rows) {
    return tx.update(
            sql.get("stageAnswers"),
            tx.tenant(),
            upload,
            column(rows, UUID.class, AnswerRow::id),
            column(rows, Integer.class, AnswerRow::line),
            column(rows, Buffer.class, AnswerRow::blindIndex),
            column(rows, Boolean.class, row -> row.registration().isIn()),
            column(rows, LocalDate.class, row -> row.registration().from().orElse(null)),
            column(rows, LocalDate.class, row -> row.registration().until().orElse(null)),
            column(rows, LocalDate.class, row -> row.registration().signedOutOn().orElse(null)))
        .mapEmpty();
  }

  /** Different answers about one person and day: which of them holds could not be told. */
  Future<List<Violation>> findDiffering(Tx tx, UUID upload, IntFunction<String> at) {
    return tx.list(
        sql.get("findDifferingAnswers"),
        row ->
            new Violation(
                at.apply(row.getInteger("line")),
                "ANSWERS_DIFFER",
                "Another answer about this person stands at %s: leave one of them out."
                    .formatted(at.apply(row.getInteger("first_line")))),
        upload,
        MISTAKES_MAX);
  }

  /** Adds those staged answers that do not repeat the newest one about their person and day. */
  Future<Added> add(Tx tx, UUID upload, EvidenceDraft draft, String receivedBy) {
    return tx.update(
            sql.get("addAnswers"),
            upload,
            draft.number().text(),
            draft.peildatum(),
            draft.updatedTo().orElse(null),
            draft.source().text(),
            receivedBy)
        .compose(
            added ->
                tx.first(
                    sql.get("countAnswers"),
                    row ->
                        new Added(
                            row.getLong("lines"),
                            row.getLong("persons"),
                            added,
                            Optional.ofNullable(row.getUUID("only"))),
                    upload,
                    draft.number().text(),
                    draft.peildatum()))
        .map(Optional::orElseThrow);
  }

  Future<Void> purge(Tx tx, UUID upload) {
    return tx.update(sql.get("purgeAnswers"), upload).mapEmpty();
  }

  Future<Optional<Answer>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findAnswer"), AnswerRepository::answer, id);
  }

  Future<List<Answer>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listAnswers"), AnswerRepository::answer, after.orElse(null), limit);
  }

  private static Answer answer(Row row) {
    return new Answer(
        row.getUUID("answer_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getUUID("person_id"),
        row.getLocalDate("peildatum"),
        new Registration(
            row.getBoolean("is_in"),
            Optional.ofNullable(row.getLocalDate("registered_from")),
            Optional.ofNullable(row.getLocalDate("registered_until")),
            Optional.ofNullable(row.getLocalDate("signed_out_on"))),
        Optional.ofNullable(row.getLocalDate("updated_to")),
        EvidenceSource.stored(row.getString("source")),
        row.getOffsetDateTime("received_at"),
        row.getString("received_by"));
  }

  @SuppressWarnings("unchecked")
  private static <T> @Nullable T[] column(
      List<AnswerRow> rows, Class<T> type, Function<AnswerRow, @Nullable T> cell) {
    var column = (@Nullable T[]) Array.newInstance(type, rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = cell.apply(rows.get(i));
    }
    return column;
  }
}
