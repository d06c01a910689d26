package nl.banenschakel.register.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.platform.intake.column.ColumnField;
import nl.banenschakel.platform.intake.column.ColumnKind;
import nl.banenschakel.platform.intake.column.ColumnOperations;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableColumn;
import nl.banenschakel.platform.stream.table.TableDay;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;
import nl.banenschakel.register.EvidenceIntake;

/**
 * Where the columns of a file with answers are: in a fixed order, or under a first row that names
 * them. A first row that begins with a BSN, or with what seems to be meant as one, is data.
 */
record AnswerTable(int bsn, int answer, int from, int until, int signedOutOn) {
  /** By the name that deliveries of them have, with fields as in their JSON. */
  static final ColumnKind<AnswerTable> KIND =
      new ColumnKind<>(
          "register-answers",
          List.of(
              new ColumnField<>("bsn", AnswerTable::bsn, BsnColumn::shown),
              new ColumnField<>(
                  "answer", AnswerTable::answer, TableCell.required(AnswerTable::answerShown)),
              new ColumnField<>("from", AnswerTable::from, AnswerTable::dayShown),
              new ColumnField<>("until", AnswerTable::until, AnswerTable::dayShown),
              new ColumnField<>("signedOutOn", AnswerTable::signedOutOn, AnswerTable::dayShown)),
          AnswerTable::of,
          AnswerTable::isData,
          Optional.empty(),
          List.of());

  /** The operations about them. */
  static final ColumnOperations OPERATIONS =
      EvidenceIntake.columns(
          "RegisterAnswer", "/v1/register-answers", "/v1/register-answer-column-mappings");

  private static final TableColumn ANSWER =
      TableColumn.required(
          "answer",
          "Antwoord",
          "answer, uitkomst, result, resultaat, opgenomen, in, in of uit, in/uit, in or out, in register, "
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

  private static final AnswerTable IN_ORDER = new AnswerTable(0, 1, 2, 3, 4);

  /** Finds them by the first row; what is missing, double or refused is added to the mistakes. */
  static AnswerTable of(TableRow first, ColumnMapping mapping, Mistakes mistakes) {
    if (isData(first)) {
      return IN_ORDER;
    }
    var header = new TableHeader(first, mapping);
    header.refuseGround(mistakes);
    return new AnswerTable(
        header.position(BsnColumn.REQUIRED, mistakes),
        header.position(ANSWER, mistakes),
        header.position(FROM, mistakes),
        header.position(UNTIL, mistakes),
        header.position(SIGNED_OUT_ON, mistakes));
  }

  static boolean isData(TableRow first) {
    return BsnColumn.isBsn(first.cell(0)) || BsnColumn.isAttempt(first.cell(0));
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

  /** Reads a day, or none. */
  static Optional<LocalDate> day(String cell) {
    return TableCell.optional(TableDay::parse).apply(cell);
  }

  boolean isWhole() {
    return bsn != TableHeader.ABSENT && answer != TableHeader.ABSENT;
  }

  /** Where a member of an answer is. */
  int position(String member) {
    return Map.of("from", from, "until", until, "signedOutOn", signedOutOn)
        .getOrDefault(member, answer);
  }

  private static String answerShown(String cell) {
    return Registration.parseIn(cell) ? "in" : "out";
  }

  private static String dayShown(String cell) {
    return day(cell).map(LocalDate::toString).orElse("");
  }
}
