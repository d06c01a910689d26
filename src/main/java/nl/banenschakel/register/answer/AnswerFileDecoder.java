package nl.banenschakel.register.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.table.TableColumn;
import nl.banenschakel.platform.stream.table.TableDay;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;
import nl.banenschakel.register.EvidenceDraft;

/**
 * Reads answers as lines: {@code BSN;in;from;until;signed out on}, in this order, or under a first
 * row that names the columns. A first row that begins with a BSN, or with what seems to be meant as
 * one, is data.
 */
final class AnswerFileDecoder implements AnswerInput {
  private static final TableColumn ANSWER =
      TableColumn.required(
          "answer",
          "Antwoord",
          "answer, uitkomst, result, resultaat, in, in of uit, in/uit, in or out, in register, "
              + "in doelgroepregister, staat in register, staat in doelgroepregister");
  private static final TableColumn FROM =
      TableColumn.optional(
          "from", "Van", "from, vanaf, begindatum, periode van, start date, since, sinds");
  private static final TableColumn UNTIL =
      TableColumn.optional(
          "until",
          "Tot en met",
          "until, tot, t/m, einddatum, periode tot, periode tot en met, end date");
  private static final TableColumn SIGNED_OUT_ON =
      TableColumn.optional(
          "signedOutOn",
          "Uitgeschreven op",
          "signed out on, afgemeld op, uitschrijfdatum, datum uitschrijving");

  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private final AnswerRows rows;
  private final EvidenceDraft draft;
  private Optional<Columns> columns = Optional.empty();
  private boolean hasMore;

  AnswerFileDecoder(PersonSealer sealer, TableFile file, EvidenceDraft draft) {
    this.feed = file.feed(mistakes, this::row);
    this.rows = new AnswerRows(sealer);
    this.draft = draft;
  }

  /** Where what stands. */
  private record Columns(int bsn, int answer, int from, int until, int signedOutOn) {
    static final Columns IN_ORDER = new Columns(0, 1, 2, 3, 4);

    boolean areThere() {
      return bsn != TableHeader.ABSENT && answer != TableHeader.ABSENT;
    }

    int of(String member) {
      return Map.of("from", from, "until", until, "signedOutOn", signedOutOn)
          .getOrDefault(member, answer);
    }
  }

  /** The heads that a file lacks: its first row is data. */
  static List<String> heads(TableRow first) {
    return isData(first)
        ? List.of(
            BsnColumn.REQUIRED.name(),
            ANSWER.name(),
            FROM.name(),
            UNTIL.name(),
            SIGNED_OUT_ON.name())
        : List.of();
  }

  @Override
  public EvidenceDraft draft() {
    return draft;
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
      boolean isData = isData(row);
      columns = Optional.of(isData ? Columns.IN_ORDER : named(new TableHeader(row)));
      if (!isData) {
        return;
      }
    }
    columns.filter(Columns::areThere).ifPresent(at -> answer(row, at));
  }

  private static boolean isData(TableRow first) {
    return BsnColumn.isBsn(first.cell(0)) || BsnColumn.isAttempt(first.cell(0));
  }

  private Columns named(TableHeader header) {
    header.refuseGround(mistakes);
    return new Columns(
        header.position(BsnColumn.REQUIRED, mistakes),
        header.position(ANSWER, mistakes),
        header.position(FROM, mistakes),
        header.position(UNTIL, mistakes),
        header.position(SIGNED_OUT_ON, mistakes));
  }

  private void answer(TableRow row, Columns at) {
    var bsn = read(row, at.bsn(), required(Bsn::parseFromFile));
    var isIn = read(row, at.answer(), required(Registration::parseIn));
    var from = read(row, at.from(), AnswerFileDecoder::day);
    var until = read(row, at.until(), AnswerFileDecoder::day);
    var signedOutOn = read(row, at.signedOutOn(), AnswerFileDecoder::day);
    if (bsn.isEmpty()
        || isIn.isEmpty()
        || from.isEmpty()
        || until.isEmpty()
        || signedOutOn.isEmpty()) {
      return;
    }
    var registration = new Registration(isIn.get(), from.get(), until.get(), signedOutOn.get());
    var contradictions = registration.mistakes(draft.peildatum());
    contradictions.forEach(it -> mistakes.add(row.at(at.of(it.member())), it.code(), it.detail()));
    if (contradictions.isEmpty()) {
      rows.add(row.number(), bsn.get(), registration);
    }
  }

  /** Empty when the cell holds a mistake, which is kept. */
  private <T> Optional<T> read(TableRow row, int column, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(row.cell(column)));
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(row.at(column), malformed));
      return Optional.empty();
    }
  }

  private static <T> Function<String, T> required(Function<String, T> parse) {
    return cell -> {
      if (cell.isEmpty()) {
        throw new Malformed("VALUE_REQUIRED", "This cell must hold a value.");
      }
      return parse.apply(cell);
    };
  }

  private static Optional<LocalDate> day(String cell) {
    return cell.isEmpty() ? Optional.empty() : Optional.of(TableDay.parse(cell));
  }
}
