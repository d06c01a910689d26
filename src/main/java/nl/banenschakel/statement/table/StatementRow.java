package nl.banenschakel.statement.table;

import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.statement.hourtype.HourTypes;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.StatementDraft;

/**
 * To which statement a row belongs.
 *
 * @param document empty: it is named after the assignment and the period
 */
record StatementRow(
    Optional<String> document,
    Optional<String> assignment,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {
  /** Where a row names no type: ordinary hours (SETU 1.x). */
  private static final String DEFAULT_HOUR_TYPE = "Regular";

  /** Reads it; each mistake is kept. */
  static StatementRow read(FileRow row) {
    var read =
        new StatementRow(
            row.read(StatementColumn.DOCUMENT, StatementCell.TEXT),
            row.readRequired(StatementColumn.ASSIGNMENT, StatementCell.TEXT),
            row.readDay(StatementColumn.FIRST_DAY),
            row.readDay(StatementColumn.LAST_DAY));
    if (read.firstDay.isPresent() && read.lastDay.isPresent()) {
      StatementDraft.wrongPeriod(read.firstDay.get(), read.lastDay.get())
          .ifPresent(it -> row.refuse(StatementColumn.LAST_DAY, it.code(), it.expected()));
    }
    return read;
  }

  /** What its statement is called; empty where that cannot be told. */
  Optional<String> name(FileRow row) {
    if (document.isPresent() || !row.isEmpty(StatementColumn.DOCUMENT)) {
      return document;
    }
    if (assignment.isEmpty() || firstDay.isEmpty() || lastDay.isEmpty()) {
      return Optional.empty();
    }
    var name = "%s %s/%s".formatted(assignment.get(), firstDay.get(), lastDay.get());
    if (name.length() > Reference.VALUE_MAX) {
      row.refuse(
          StatementColumn.ASSIGNMENT,
          "TEXT_LENGTH",
          "Give the document a number: this reference is too long to name it after.");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  /**
   * The hours of a person in it: on one day, or in the whole period where no day is given. None
   * where nobody worked.
   *
   * @param before how many lines its statement has already
   */
  Optional<LineDraft> line(FileRow row, int before) {
    var person = row.read(StatementColumn.PERSON, StatementCell.TEXT);
    var hourType = row.read(StatementColumn.HOUR_TYPE, HourTypes.sent());
    var day = row.read(StatementColumn.DAY, StatementCell::day);
    var hours = row.read(StatementColumn.HOURS, StatementCell::hours);
    if (row.isEmpty(StatementColumn.PERSON)) {
      if (hours.filter(it -> it.compareTo(WorkedHours.NONE) > 0).isPresent()) {
        row.refuse(StatementColumn.PERSON, "VALUE_REQUIRED", "Whose hours these are is needed.");
      }
      return Optional.empty();
    }
    if (row.isEmpty(StatementColumn.HOURS)) {
      row.refuse(StatementColumn.HOURS, "VALUE_REQUIRED", "This cell must hold a value.");
    }
    if (person.isEmpty() || hours.isEmpty() || firstDay.isEmpty() || lastDay.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LineDraft(
            ours(String.valueOf(before + 1)),
            row.at(),
            ours(person.get()),
            hourType.orElse(DEFAULT_HOUR_TYPE),
            day.or(() -> firstDay).get(),
            day.or(() -> lastDay).get(),
            Optional.empty(),
            Optional.empty(),
            hours.get(),
            LineDraft.Action.ADD));
  }

  private static Reference ours(String value) {
    return new Reference(Reference.Owner.PROVIDER, value);
  }
}
