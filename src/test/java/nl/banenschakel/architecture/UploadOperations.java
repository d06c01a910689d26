package nl.banenschakel.architecture;

import java.util.stream.Stream;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;

/** The operations about uploads as things with an address. */
final class UploadOperations {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private UploadOperations() {}

  /** Each of them, with a request that it takes. */
  static Stream<ContractOperation> all() {
    return Stream.of(
        ContractOperation.sending("announceUpload", "/v1/uploads", Role.PAYROLL, Role.FINANCE)
            .with(ContractOperation.JSON, "{\"kind\":\"wage-return\"}"),
        ContractOperation.putting(
                "putUploadContent", "/v1/uploads/{waiting}/content", Role.PAYROLL, Role.FINANCE)
            .with("application/xml", SampleFiles.wageReturn(2)),
        ContractOperation.deleting(
            "cancelUpload", "/v1/uploads/{unsent}", Role.PAYROLL, Role.FINANCE),
        ContractOperation.reading(
            "listUploads", "/v1/uploads?limit=2", Role.REVIEWER, Role.PRIVACY),
        ContractOperation.reading("getUpload", "/v1/uploads/{upload}", Role.REVIEWER, Role.PRIVACY),
        ContractOperation.reading(
            "getUploadErrors", "/v1/uploads/{refused}/errors.xlsx", Role.HR, Role.FINANCE));
  }
}
