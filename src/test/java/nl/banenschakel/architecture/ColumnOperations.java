package nl.banenschakel.architecture;

import java.util.stream.Stream;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;

/** The operations about the columns of contracts files. */
final class ColumnOperations {
  private ColumnOperations() {}

  /** Each of them, with a request that it takes. */
  static Stream<ContractOperation> all() {
    var mapping = "/v1/column-mappings/columns";
    return Stream.of(
        ContractOperation.sending(
                "previewContractFile", "/v1/contract-files/_preview", Role.HR, Role.PAYROLL)
            .with("text/csv", SampleFiles.CONTRACTS),
        ContractOperation.putting("putColumnMapping", mapping, Role.HR, Role.PAYROLL)
            .with("application/json", SampleFiles.COLUMN_MAPPING, "If-Match", "*"),
        ContractOperation.reading("getColumnMapping", mapping, Role.HR, Role.PAYROLL),
        ContractOperation.reading(
            "listColumnMappings", "/v1/column-mappings", Role.HR, Role.PAYROLL),
        ContractOperation.reading(
            "listReadyMadeColumnMappings",
            "/v1/ready-made-column-mappings",
            Role.HR,
            Role.PAYROLL));
  }
}
