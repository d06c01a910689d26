package nl.banenschakel.employment.column;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.employment.ContractDelivery;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.intake.Delivery;
import nl.banenschakel.platform.intake.column.ColumnField;
import nl.banenschakel.platform.intake.column.ColumnKind;
import nl.banenschakel.platform.intake.column.ColumnOperations;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableForm;
import nl.banenschakel.platform.stream.table.TableHeader;

/** Contracts files as tables: what their columns can be for. */
public final class ContractTable {
  private static final Function<String, String> TEXT =
      ContractCell.text(ContractCell.TEXT_CHARS_MAX);

  /** Fields as in {@code POST /v1/contracts}. */
  private static final List<ColumnField<ContractColumns>> FIELDS =
      List.of(
          ColumnField.text(
              "personnelNumber",
              ContractColumns::personnelNumber,
              TableCell.required(ContractCell.text(ContractCell.PERSONNEL_NUMBER_CHARS_MAX))),
          new ColumnField<>("bsn", ContractColumns::bsn, BsnColumn::shown),
          new ColumnField<>(
              "startDate",
              ContractColumns::startDate,
              TableCell.required(cell -> ContractCell.startDate(cell).toString())),
          new ColumnField<>(
              "endDate",
              ContractColumns::endDate,
              cell -> ContractCell.endDate(cell).map(Object::toString).orElse("")),
          new ColumnField<>(
              "contractHoursPerWeek",
              ContractColumns::contractHours,
              TableCell.required(ContractTable::hours)),
          new ColumnField<>(
              "expectedRegistered",
              ContractColumns::expected,
              cell -> String.valueOf(TableCell.yes(cell))),
          ColumnField.text("contractNumber", ContractColumns::contractNumber, TEXT),
          ColumnField.text("department", ContractColumns::department, TEXT),
          ColumnField.text("school", ContractColumns::school, TEXT),
          ColumnField.text("costCentre", ContractColumns::costCentre, TEXT));

  /** What is said of a file that names columns, and no more. */
  public static final String WITHOUT_ROWS = "This file names columns and holds no contract.";

  /** By the name that deliveries of them have. */
  public static final ColumnKind<ContractColumns> KIND =
      new ColumnKind<>(
          "contracts",
          FIELDS,
          (first, mapping, mistakes) ->
              ContractColumns.of(new TableHeader(first, mapping), mistakes),
          first -> false,
          Optional.of(WITHOUT_ROWS),
          CommonExports.ALL);

  /** The operations about them. */
  public static final ColumnOperations OPERATIONS =
      new ColumnOperations(
          "previewContractFile",
          "/v1/contract-files",
          "ColumnMapping",
          "/v1/column-mappings",
          Set.of(Role.HR),
          TableForm.mediaTypes(),
          Reads.PAYROLL,
          Delivery::parseSource,
          ContractDelivery.DEFAULT_SOURCE);

  private ContractTable() {}

  private static String hours(String cell) {
    return BigDecimal.valueOf(ContractCell.contractHours(cell).hundredthsPerWeek(), 2)
        .toPlainString();
  }
}
