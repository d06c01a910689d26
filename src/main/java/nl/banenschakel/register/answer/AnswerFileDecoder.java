package nl.banenschakel.register.answer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableRow;
import nl.banenschakel.register.EvidenceDraft;

/**
 * Reads answers as lines: {@code BSN;in;from;until;signed out on}, in this order, or under a first
 * row that names the columns. A first row that begins with a BSN, or with what seems to be meant as
 * one, is data.
 */
final class AnswerFileDecoder implements AnswerInput {
  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private final AnswerRows rows;
  private final EvidenceDraft draft;
  private ColumnMapping mapping;
  private Optional<AnswerTable> columns = Optional.empty();
  private boolean hasMore;

  AnswerFileDecoder(
      PersonSealer sealer, TableFile file, EvidenceDraft draft, ColumnMapping mapping) {
    this.feed = file.feed(mistakes, this::row);
    this.rows = new AnswerRows(sealer);
    this.draft = draft;
    this.mapping = mapping;
  }

  @Override
  public EvidenceDraft draft() {
    return draft;
  }

  /** None where the first row is data. */
  @Override
  public ColumnMapping mapping() {
    return mapping;
  }

  @Override
  public String numberAt() {
    return "header Loonheffingennummer";
  }

  @Override
  public String at(int line) {
    return feed.at(line);
  }

  @Override
  public List<AnswerBatch> feed(byte[] piece) {
    feed.feed(piece);
    return rows.take();
  }

  @Override
  public List<AnswerBatch> end() {
    hasMore = feed.end();
    if (!hasMore) {
      rows.close();
    }
    return rows.take();
  }

  @Override
  public boolean hasMore() {
    return hasMore;
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private void row(TableRow row) {
    if (columns.isEmpty()) {
      columns = Optional.of(AnswerTable.of(row, mapping, mistakes));
      if (!AnswerTable.isData(row)) {
        return;
      }
      mapping = ColumnMapping.NONE;
    }
    columns.filter(AnswerTable::isWhole).ifPresent(at -> answer(row, at));
  }

  private void answer(TableRow row, AnswerTable at) {
    var bsn = read(row, at.bsn(), TableCell.required(Bsn::parseFromFile));
    var isIn = read(row, at.answer(), TableCell.required(Registration::parseIn));
    var from = read(row, at.from(), AnswerTable::day);
    var until = read(row, at.until(), AnswerTable::day);
    var signedOutOn = read(row, at.signedOutOn(), AnswerTable::day);
    if (bsn.isEmpty()
        || isIn.isEmpty()
        || from.isEmpty()
        || until.isEmpty()
        || signedOutOn.isEmpty()) {
      return;
    }
    var registration = new Registration(isIn.get(), from.get(), until.get(), signedOutOn.get());
    var contradictions = registration.mistakes(draft.peildatum());
    contradictions.forEach(
        it -> mistakes.add(row.at(at.position(it.member())), it.code(), it.detail()));
    if (contradictions.isEmpty()) {
      rows.add(row.number(), bsn.get(), registration);
    }
  }

  /** Empty when the cell holds a mistake, which is kept. */
  private <T> Optional<T> read(TableRow row, int column, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(TableCell.requireWorkedOut(row.cell(column))));
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(row.at(column), malformed));
      return Optional.empty();
    }
  }
}
