package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.putting;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import java.util.List;
import java.util.stream.Stream;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;

/** The operations about the columns of contracts files, register lists and answers. */
final class ColumnOperations {
  private static final String CONTRACTS = "/v1/column-mappings/columns";
  private static final String LISTS = "/v1/register-snapshot-column-mappings/uwv";
  private static final String ANSWERS = "/v1/register-answer-column-mappings/uwv";

  /** What of a lender must be there before it can be read. */
  static final String STATEMENTS = "/v1/statement-column-mappings/planning";

  /** What must be there before they can be read: of sources that no sample comes from. */
  static final List<String> MAPPINGS = List.of(CONTRACTS, LISTS, ANSWERS);

  private ColumnOperations() {}

  /** Each of them, with a request that it takes. */
  static Stream<ContractOperation> all() {
    return Stream.of(
            of("ColumnMapping", CONTRACTS),
            of("RegisterSnapshotColumnMapping", LISTS),
            of("RegisterAnswerColumnMapping", ANSWERS),
            of("StatementColumnMapping", STATEMENTS, Role.SUPPLIER, Role.HR),
            Stream.of(
                reading(
                    "listReadyMadeColumnMappings",
                    "/v1/ready-made-column-mappings",
                    Role.HR,
                    Role.PAYROLL),
                preview("previewContractFile", "/v1/contract-files", SampleFiles.CONTRACTS),
                preview("previewRegisterSnapshotFile", "/v1/register-snapshots", SampleFiles.LIST),
                preview(
                    "previewRegisterAnswerFile",
                    "/v1/register-answers",
                    SampleFiles.ANNA + ";in;;\n"),
                sending(
                        "previewStatementFile",
                        "/v1/statement-files/_preview",
                        Role.SUPPLIER,
                        Role.HR)
                    .with("text/csv", StatementOperations.FILE)))
        .flatMap(it -> it);
  }

  private static Stream<ContractOperation> of(String named, String mapping) {
    return of(named, mapping, Role.HR, Role.PAYROLL);
  }

  private static Stream<ContractOperation> of(
      String named, String mapping, Role right, Role wrong) {
    return Stream.of(
        putting("put" + named, mapping, right, wrong)
            .with("application/json", SampleFiles.COLUMN_MAPPING, "If-Match", "*"),
        reading("get" + named, mapping, right, wrong),
        reading("list" + named + "s", mapping.replaceAll("/\\w+$", ""), right, wrong));
  }

  private static ContractOperation preview(String id, String deliveries, String file) {
    return sending(id, deliveries + "/_preview", Role.HR, Role.PAYROLL).with("text/csv", file);
  }
}
