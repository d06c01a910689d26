package nl.banenschakel.employment.column;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;

/**
 * What a column of a contracts file can be for.
 *
 * @param name as in {@code POST /v1/contracts}
 * @param column where it is in a file
 * @param meaning what is understood of a cell
 */
record ContractField(
    String name, ToIntFunction<ContractColumns> column, Function<String, String> meaning) {
  private static final Function<String, String> TEXT =
      ContractCell.text(ContractCell.TEXT_CHARS_MAX);

  /** All of them. */
  static final List<ContractField> ALL =
      List.of(
          new ContractField(
              "personnelNumber",
              ContractColumns::personnelNumber,
              ContractCell.required(ContractCell.text(ContractCell.PERSONNEL_NUMBER_CHARS_MAX))),
          new ContractField("bsn", ContractColumns::bsn, ContractField::valid),
          new ContractField(
              "startDate",
              ContractColumns::startDate,
              ContractCell.required(cell -> ContractCell.startDate(cell).toString())),
          new ContractField(
              "endDate",
              ContractColumns::endDate,
              cell -> ContractCell.endDate(cell).map(Object::toString).orElse("")),
          new ContractField(
              "contractHoursPerWeek",
              ContractColumns::contractHours,
              ContractCell.required(ContractField::hours)),
          new ContractField(
              "expectedRegistered",
              ContractColumns::expected,
              cell -> String.valueOf(ContractCell.yes(cell))),
          new ContractField("contractNumber", ContractColumns::contractNumber, TEXT),
          new ContractField("department", ContractColumns::department, TEXT),
          new ContractField("school", ContractColumns::school, TEXT),
          new ContractField("costCentre", ContractColumns::costCentre, TEXT));

  int position(ContractColumns columns) {
    return column.applyAsInt(columns);
  }

  /**
   * What is understood of a cell; of a BSN no more than that it is one.
   *
   * @throws Malformed when it cannot be read
   */
  String read(String cell) {
    return meaning.apply(ContractCell.requireWorkedOut(cell));
  }

  private static String valid(String cell) {
    return Optional.of(ContractCell.required(Bsn::parseFromFile).apply(cell))
        .map(bsn -> "valid")
        .orElseThrow();
  }

  private static String hours(String cell) {
    return BigDecimal.valueOf(ContractCell.contractHours(cell).hundredthsPerWeek(), 2)
        .toPlainString();
  }
}
