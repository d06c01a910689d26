package nl.banenschakel.employment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.banenschakel.employment.column.ContractCell;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;

/**
 * One item of a JSON body: what a line of a contracts file is, by the same rules.
 *
 * @param endDate inclusive; empty: no end known
 */
record ContractItem(
    Bsn bsn,
    String personnelNumber,
    Optional<String> contractNumber,
    LocalDate startDate,
    Optional<LocalDate> endDate,
    ContractHours hours,
    boolean expectedRegistered,
    Optional<String> department,
    Optional<String> school,
    Optional<String> costCentre) {
  private static final Function<String, String> TEXT = Fields.text(ContractCell.TEXT_CHARS_MAX);

  /** Reads an item, or fails with every mistake. */
  static ContractItem parse(Fields in) {
    var bsn = in.required("bsn", Bsn::parse);
    var personnelNumber =
        in.required("personnelNumber", number(ContractCell.PERSONNEL_NUMBER_CHARS_MAX));
    var contractNumber = in.optional("contractNumber", number(ContractCell.TEXT_CHARS_MAX));
    var startDate = in.required("startDate", text -> ContractCell.startDate(isoDay(text)));
    var endDate = in.optional("endDate", text -> ContractCell.endDate(isoDay(text)));
    var hours =
        in.requiredNumber(
            "contractHoursPerWeek", number -> ContractCell.inRange(ContractHours.perWeek(number)));
    var expected = in.flag("expectedRegistered");
    var department = in.optional("department", TEXT);
    var school = in.optional("school", TEXT);
    var costCentre = in.optional("costCentre", TEXT);
    var end = endDate.optional().flatMap(Function.identity());
    if (startDate.optional().filter(start -> end.filter(start::isAfter).isPresent()).isPresent()) {
      in.refuse("endDate", "DATE_ORDER", ContractCell.DATE_ORDER);
    }
    bsn.optional()
        .ifPresent(
            own ->
                Stream.of("personnelNumber", "contractNumber", "department", "school", "costCentre")
                    .filter(name -> in.textOf(name).filter(own::isHeldBy).isPresent())
                    .forEach(name -> in.refuse(name, "BSN_ELSEWHERE", ContractCell.BSN_ELSEWHERE)));
    return in.build(
        () ->
            new ContractItem(
                bsn.get(),
                personnelNumber.get(),
                contractNumber.optional(),
                startDate.get(),
                end,
                hours.get(),
                expected.optional().orElse(false),
                department.optional(),
                school.optional(),
                costCentre.optional()));
  }

  /**
   * A number of the employer's own; that it may be somebody's BSN shows when all rows are there.
   */
  private static Function<String, String> number(int charsMax) {
    return text -> {
      if (text.isBlank() || text.length() > charsMax) {
        throw new Malformed("TEXT_LENGTH", "Expected 1 to %d characters.".formatted(charsMax));
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw new Malformed("TEXT_CONTROL", "This text holds a control character: leave it out.");
      }
      return text.strip();
    };
  }

  private static String isoDay(String text) {
    return LocalDate.parse(text).toString();
  }
}
